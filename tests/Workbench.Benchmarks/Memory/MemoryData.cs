using System.Globalization;

namespace Workbench.Benchmarks.Memory;

/// <summary>
/// Texts by seed, the same everywhere. Their lengths are those of a large memory of interface and news text (median 20 characters,
/// 90 % under 63, 99 % under 194); words are stems with endings, drawn as Zipf's law has it. Past the first 145,000, a quarter are
/// light edits of an earlier text, a fifth are two joined, the rest have the head of one and the tail of another.
/// </summary>
internal sealed class MemoryData
{
    private const int Base = 145_000;

    private static readonly string[] EnglishStems =
    [
        "the", "of", "to", "and", "in", "a", "is", "for", "on", "be", "with", "by", "that", "this", "from", "not", "as", "are", "it", "at", "an", "or",
        "file", "trade", "open", "work", "select", "foreign", "country", "people", "develop", "product", "state", "social", "party", "lead", "great",
        "export", "import", "machine", "build", "plant", "factory", "construct", "train", "minister", "delegat", "session", "congress", "world", "peace",
        "independ", "nation", "econom", "polic", "relat", "friend", "visit", "meet", "report", "statement", "agree", "sign", "sea", "land", "river",
        "mountain", "city", "province", "county", "school", "student", "teach", "learn", "scien", "techn", "research", "institut", "achiev", "success",
        "victor", "struggl", "revolut", "history", "monument", "museum", "art", "music", "danc", "perform", "theatr", "film", "book", "news", "paper",
        "letter", "word", "line", "page", "window", "folder", "button", "color", "image", "layer", "edit", "delete", "insert", "chang", "creat", "remov",
        "connect", "server", "message", "error", "warn", "process", "system", "memor", "network", "address", "user", "name", "number", "value", "time",
        "year", "month", "day", "hour", "mean", "power", "energ", "coal", "iron", "steel", "metal", "light", "heavy", "industr", "agricult", "farm", "rice",
        "fish", "transport", "rail", "road", "port", "ship", "harbour", "bridge", "water", "health", "medic", "hospital", "doctor", "child", "woman", "youth",
    ];

    private static readonly string[] EnglishEndings = ["", "", "", "", "s", "ed", "ing", "ion", "al", "er", "ment", "ly", "y", "e", "ive", "ation"];

    private static readonly string[] KoreanStems =
    [
        "조선", "인민", "로동", "당", "경제", "무역", "수출", "수입", "대외", "나라", "세계", "평화", "자주", "민족", "혁명", "건설", "공장", "기계", "생산", "발전",
        "사회", "주의", "위대", "령도", "동지", "과학", "기술", "교육", "학교", "학생", "농업", "공업", "석탄", "전력", "철도", "운수", "도시", "평양", "강산", "바다",
        "선택", "파일", "저장", "삭제", "추가", "화면", "단추", "글자", "문서", "자료", "체계", "통보", "련결", "주소", "이름", "번호", "시간", "날자", "새", "큰",
        "하", "되", "있", "없", "보", "주", "받", "만들", "열", "닫", "쓰", "읽", "모든", "다른", "같은", "여러", "그", "이", "저", "것",
    ];

    private static readonly string[] KoreanEndings = ["", "", "을", "를", "이", "가", "은", "는", "에", "에서", "으로", "의", "와", "과", "도", "들이", "적", "고", "며", "다"];

    private readonly Random _random;
    private readonly string[] _words;
    private readonly double[] _weights;
    private readonly List<string> _texts = [];

    private MemoryData(int seed, bool korean)
    {
        _random = new Random(seed);
        var (stems, endings) = korean ? (KoreanStems, KoreanEndings) : (EnglishStems, EnglishEndings);
        _words = [.. stems.SelectMany(stem => endings.Select(ending => stem + ending)).Distinct(StringComparer.Ordinal)];
        _random.Shuffle(_words);
        _weights = new double[_words.Length];
        for (var rank = 0; rank < _weights.Length; rank++)
        {
            _weights[rank] = (rank == 0 ? 0 : _weights[rank - 1]) + (1.0 / (rank + 4));
        }
    }

    /// <summary>Sources of a memory, and queries: half of them texts that are not in it, half edits of texts that are.</summary>
    public static (string[] Sources, string[] Queries) Create(int seed, int size, int queries, bool korean)
    {
        var data = new MemoryData(seed, korean);
        for (var number = 0; number < size; number++)
        {
            data._texts.Add(number < Base ? data.Segment() : data.Synthesis());
        }

        string[] sources = [.. data._texts];
        string[] asked = [.. Enumerable.Range(0, queries).Select(number => number % 2 == 0 ? data.Query() : data.Edited(data.Any(), 0.05, 0.4))];

        return (sources, asked);
    }

    private string Segment()
    {
        // A third of real segments are near another: the same message again, with a word changed.
        if (_texts.Count > 100 && _random.NextDouble() < 0.3)
        {
            return Edited(Any(), 0.03, 0.5);
        }

        var length = Math.Clamp(20 * Math.Exp(0.9 * Normal()), 3, 1_500);
        var text = Word();
        while (text.Length < length)
        {
            text += " " + Word();
        }

        return char.ToUpperInvariant(text[0]) + text[1..] + (_random.Next(3) == 0 ? "." : "");
    }

    private string Query()
    {
        while (true)
        {
            if (Segment() is { Length: >= 12 } text)
            {
                return text;
            }
        }
    }

    private string Synthesis()
    {
        var kind = _random.NextDouble();
        if (kind < 0.25)
        {
            return Edited(Any(), 0.03, 0.33);
        }

        var (one, other) = (Any(), Any());

        return kind < 0.8
            ? (one[..WordAt(one)] + other[WordAt(other)..]).Trim() is { Length: > 0 } text ? text : Word()
            : one + " " + other;
    }

    /// <summary>Words swapped, put in, taken out, numbers put in, letters mistyped, until so much is changed.</summary>
    private string Edited(string text, double least, double most)
    {
        var changes = Math.Max(1, (int)(text.Length * (least + ((most - least) * _random.NextDouble()))));
        while (changes > 0)
        {
            text = text.Length == 0 ? Word() : text;
            var at = WordAt(text);
            var end = text.IndexOf(' ', Math.Min(at, text.Length - 1));
            end = end < at ? text.Length : end;
            var word = _random.Next(8) == 0 ? _random.Next(1, 3000).ToString(CultureInfo.InvariantCulture) : Word();
            switch (_random.Next(4))
            {
                case 0:
                    text = text[..at] + word + text[end..];
                    changes -= Math.Max(word.Length, end - at);
                    break;
                case 1:
                    text = text[..at] + word + " " + text[at..];
                    changes -= word.Length + 1;
                    break;
                case 2 when end - at < text.Length / 2:
                    text = text[..at] + text[Math.Min(text.Length, end + 1)..];
                    changes -= end - at + 1;
                    break;
                default:
                    var place = _random.Next(text.Length);
                    text = text[..place] + word[0] + text[(place + 1)..];
                    changes--;
                    break;
            }
        }

        return text.Trim() is { Length: > 0 } edited ? edited : Word();
    }

    private string Any() => _texts[_random.Next(_texts.Count)];

    private int WordAt(string text) => text.LastIndexOf(' ', _random.Next(text.Length)) + 1;

    private string Word()
    {
        var found = Array.BinarySearch(_weights, _random.NextDouble() * _weights[^1]);

        return _words[Math.Min(found < 0 ? ~found : found, _words.Length - 1)];
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
}
