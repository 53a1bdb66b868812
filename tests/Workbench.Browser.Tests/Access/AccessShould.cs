using System.Net;
using Workbench.Browser.Tests.Fixture;

namespace Workbench.Browser.Tests.Access;

/// <summary>Who gets in, and what every answer carries.</summary>
public sealed class AccessShould(BrowserFixture browser) : BrowserTest(browser)
{
    [Fact]
    public async Task Trade_the_launch_token_once_for_a_cookie_that_outlives_a_restart()
    {
        var app = await OwnAppAsync();
        var launch = app.LaunchAddress;
        var first = await BeginAsync(app);
        var second = await BeginAsync(app);

        await first.Page.GotoAsync(launch);
        await first.DrawnAsync();
        var refused = await second.Page.GotoAsync(launch);
        second.Tolerate("status of 401");
        first.TolerateLostConnection();
        second.TolerateLostConnection();
        await app.KillAsync();
        await app.StartAgainAsync(Cancellation);
        await first.NewTabAsync("/projects");

        Assert.DoesNotContain("token", first.Page.Url, StringComparison.Ordinal);
        Assert.Equal((int)HttpStatusCode.Unauthorized, refused!.Status);
        Assert.Empty(await first.Page.EvaluateAsync<string>("document.cookie.match(/access/)?.[0] ?? ''"));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("192.168.0.1")]
    public async Task Refuse_a_foreign_host(string host)
    {
        var app = await SharedAppAsync();

        var status = await AskAsync(app, request => request.Headers.Host = $"{host}:{app.Port}");

        Assert.Equal(HttpStatusCode.Forbidden, status);
    }

    [Theory]
    [InlineData("http://evil.example")]
    [InlineData("http://127.0.0.1:1")]
    [InlineData("null")]
    public async Task Refuse_a_foreign_origin_also_for_the_socket(string origin)
    {
        var app = await SharedAppAsync();

        var page = await AskAsync(app, request => request.Headers.Add("Origin", origin));
        var socket = await AskAsync(app, request =>
        {
            request.Method = HttpMethod.Post;
            request.RequestUri = new Uri(app.Origin + "/_blazor/negotiate?negotiateVersion=1");
            request.Headers.Add("Origin", origin);
        });

        Assert.Equal(HttpStatusCode.Forbidden, page);
        Assert.Equal(HttpStatusCode.Forbidden, socket);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/projects")]
    [InlineData("/app.js")]
    [InlineData("/_framework/blazor.web.js")]
    [InlineData("/_blazor")]
    [InlineData("/start")]
    [InlineData("/start?token=0")]
    public async Task Give_nothing_to_a_visitor_without_the_cookie(string path)
    {
        var app = await SharedAppAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

        using var answer = await client.GetAsync(new Uri(app.Origin + path), Cancellation);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/projects")]
    [InlineData("/app.js")]
    [InlineData("/nothing-is-here")]
    public async Task Protect_every_answer_with_its_headers(string path)
    {
        var app = await SharedAppAsync();
        var access = await app.AccessAsync(Cancellation);
        using var client = new HttpClient(new HttpClientHandler { UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Origin + path);
        request.Headers.Add("Cookie", $"{access.Name}={access.Value}");

        using var answer = await client.SendAsync(request, Cancellation);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(
            "default-src 'self'; base-uri 'self'; object-src 'none'; frame-ancestors 'none'; form-action 'self'; "
            + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'",
            policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Keep_the_cookie_from_scripts_and_other_sites()
    {
        var app = await OwnAppAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

        using var answer = await client.GetAsync(new Uri(app.LaunchAddress), Cancellation);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("workbench-access", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Lead_other_names_of_this_machine_to_the_one_origin()
    {
        var app = await SharedAppAsync();
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

        using var answer = await client.GetAsync(new Uri($"http://localhost:{app.Port}/projects?a=b"), Cancellation);

        Assert.Equal($"{app.Origin}/projects?a=b", answer.Headers.Location?.ToString());
    }

    private static async Task<HttpStatusCode> AskAsync(AppProcess app, Action<HttpRequestMessage> change)
    {
        var access = await app.AccessAsync(Cancellation);
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, app.Origin + "/projects");
        request.Headers.Add("Cookie", $"{access.Name}={access.Value}");
        change(request);
        using var answer = await client.SendAsync(request, Cancellation);

        return answer.StatusCode;
    }
}
