using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace Workbench.Browser.Tests.Fixture;

/// <summary>
/// A slow and breakable line between one browser profile and the app. The profile uses it as its HTTP proxy, so that the address of
/// the app, and with it cookies and browser storage, stay what they are.
/// </summary>
public sealed class LatencyProxy : IAsyncDisposable
{
    private static readonly byte[] Established = "HTTP/1.1 200 Connection established\r\n\r\n"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<TcpClient, bool> _open = [];
    private readonly int _port;
    private readonly Task _accepting;
    private long _latencyTicks;
    private volatile bool _isCut;

    /// <param name="port">Where the app listens on loopback.</param>
    public LatencyProxy(int port)
    {
        _port = port;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How long each byte is under way, in each direction; may be changed at any time.</summary>
    public TimeSpan Latency
    {
        get => new(Interlocked.Read(ref _latencyTicks));
        set => Interlocked.Exchange(ref _latencyTicks, value.Ticks);
    }

    /// <summary>Breaks every connection and refuses new ones until <see cref="Mend"/>.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var client in _open.Keys)
        {
            client.Close();
        }
    }

    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stopping.Token));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient browser)
    {
        using var app = new TcpClient();
        using (browser)
        {
            try
            {
                if (_isCut)
                {
                    return;
                }

                _open[browser] = true;
                _open[app] = true;
                browser.NoDelay = app.NoDelay = true;
                await app.ConnectAsync(IPAddress.Loopback, _port, _stopping.Token);
                var fromBrowser = browser.GetStream();
                var fromApp = app.GetStream();
                var first = await ReadHeadAsync(fromBrowser);
                await Task.WhenAny(CarryAsync(fromBrowser, fromApp, first), CarryAsync(fromApp, fromBrowser, []));
            }
            catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // Cut, or one end has gone: both ends see a closed connection.
            }
            finally
            {
                _open.TryRemove(browser, out _);
                _open.TryRemove(app, out _);
            }
        }
    }

    /// <summary>
    /// What the browser sends first. Sockets are asked for with CONNECT, which is answered here; pages with a whole address in the
    /// request line, which the app understands as it is.
    /// </summary>
    private async Task<byte[]> ReadHeadAsync(NetworkStream browser)
    {
        var buffer = new byte[16 * 1024];
        var length = await browser.ReadAsync(buffer, _stopping.Token);
        if (!Encoding.ASCII.GetString(buffer, 0, length).StartsWith("CONNECT ", StringComparison.Ordinal))
        {
            return buffer[..length];
        }

        await browser.WriteAsync(Established, _stopping.Token);

        return [];
    }

    private async Task CarryAsync(NetworkStream from, NetworkStream to, byte[] first)
    {
        var underWay = Channel.CreateUnbounded<(long Arrived, byte[] Bytes)>();
        if (first.Length > 0)
        {
            underWay.Writer.TryWrite((Stopwatch.GetTimestamp(), first));
        }

        var delivering = DeliverAsync(underWay.Reader, to);
        var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            while (await from.ReadAsync(buffer, _stopping.Token) is > 0 and var length)
            {
                underWay.Writer.TryWrite((Stopwatch.GetTimestamp(), buffer[..length]));
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // This end has gone; what is under way is still delivered.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
            underWay.Writer.Complete();
        }

        await delivering;
    }

    private async Task DeliverAsync(ChannelReader<(long Arrived, byte[] Bytes)> underWay, NetworkStream to)
    {
        await foreach (var (arrived, bytes) in underWay.ReadAllAsync(_stopping.Token))
        {
            if (Latency - Stopwatch.GetElapsedTime(arrived) is { Ticks: > 0 } rest)
            {
                await Task.Delay(rest, _stopping.Token);
            }

            await to.WriteAsync(bytes, _stopping.Token);
        }
    }
}
