using System.Security.Cryptography;
using System.Text;

namespace Workbench.Web.Hosting;

/// <summary>
/// What proves that whoever opens the first page read it where the program printed it: another user of the machine can reach the
/// port, but not this. Each token works once; the next one is printed when it is used.
/// </summary>
public sealed class LaunchToken(WorkbenchOptions options)
{
    private readonly Lock _lock = new();
    private string _current = Mint();

    /// <summary>The address that lets one browser in.</summary>
    public string Address
    {
        get
        {
            lock (_lock)
            {
                return $"{options.Origin}{AccessGuard.StartPath}?token={_current}";
            }
        }
    }

    /// <summary>True once for each token: a second try with the same one is refused.</summary>
    public bool TryRedeem(string token)
    {
        lock (_lock)
        {
            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(_current)))
            {
                return false;
            }

            _current = Mint();
            return true;
        }
    }

    private static string Mint() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
}
