namespace Workbench.Web.Hosting;

/// <summary>What the program says to the person who started it, on the terminal. Never logged: it holds the launch token.</summary>
internal static class Announcement
{
    public static void Print(string sentence, string address) => Console.WriteLine($"{sentence} {address}");

    public static void Fail(string sentence) => Console.Error.WriteLine(sentence);
}
