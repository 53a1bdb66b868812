using System.Xml;
using System.Xml.Schema;

namespace Workbench.Formats.Tests.Xliff;

/// <summary>The schemas of XLIFF and its modules, from the public test files, laid out as they name each other.</summary>
internal static class XliffSchemas
{
    /// <summary>One schema that imports those of the core, the glossary and the metadata module; in a folder of its own.</summary>
    public static string Driver(string folder)
    {
        var origin = Path.GetDirectoryName(Conformance.File("xliff2", "schemas-2.0", "xliff_core_2.0.xsd"))!;
        foreach (var schema in Directory.EnumerateFiles(origin, "*.xsd"))
        {
            File.Copy(schema, Path.Combine(folder, Path.GetFileName(schema)), overwrite: true);
        }

        var w3c = Directory.CreateDirectory(Path.Combine(folder, "informativeCopiesOf3rdPartySchemas", "w3c"));
        File.Copy(Path.Combine(origin, "xml.xsd"), Path.Combine(w3c.FullName, "xml.xsd"), overwrite: true);
        var driver = Path.Combine(folder, "driver.xsd");
        File.WriteAllText(driver, """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:import namespace="urn:oasis:names:tc:xliff:document:2.0" schemaLocation="xliff_core_2.0.xsd"/>
              <xs:import namespace="urn:oasis:names:tc:xliff:glossary:2.0" schemaLocation="glossary.xsd"/>
              <xs:import namespace="urn:oasis:names:tc:xliff:metadata:2.0" schemaLocation="metadata.xsd"/>
            </xs:schema>
            """);

        return driver;
    }

    /// <summary>The same for validation in this process, which is fast enough for property tests.</summary>
    public static XmlSchemaSet Load()
    {
        var folder = Directory.CreateTempSubdirectory("xliff-schemas");
        try
        {
            var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
            schemas.Add(null, XmlReader.Create(Driver(folder.FullName), new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = null }));
            schemas.Compile();

            return schemas;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
