using System.Collections.Frozen;

namespace Workbench.Core.Languages.Korean.Romanization;

/// <summary>
/// Provinces, cities, counties and districts of the DPRK, the provinces of the South, and well-known mountains and rivers, by which
/// a name without marks is told apart. Own compilation from general knowledge of the map, unverified; nothing but the way of
/// writing a name depends on it.
/// </summary>
internal static class KnownPlaces
{
    /// <summary>The names without their unit: 평성 of 평성시.</summary>
    public static readonly FrozenSet<string> Names = Words("""
        평양 남포 개성 라선 라진 선봉 평성 순천 덕천 안주 개천 신의주 구성 정주 강계 만포 희천 해주 사리원 송림 원산 문천 함흥 신포 단천 청진 회령 혜산 삼지연
        평안 평안남 평안북 함경 함경남 함경북 황해 황해남 황해북 자강 량강 강원 경기 충청 충청남 충청북 전라 전라남 전라북 경상 경상남 경상북 제주
        온천 대동 증산 평원 숙천 문덕 은산 성천 북창 회창 신양 양덕 맹산 녕원 대흥 청남 득장 박천 운전 곽산 선천 철산 동림 염주 룡천 의주 삭주 창성 벽동 동창 태천 대관
        천마 피현 향산 녕변 구장 운산 신도 시중 자성 화평 랑림 장강 성간 전천 룡림 고풍 송원 동신 초산 우시 위원 중강 삼수 갑산 풍서 운흥 보천 백암
        대홍단 경성 어랑 명천 명간 화성 화대 길주 부령 무산 연사 온성 새별 경원 은덕 경흥 흥남 고원 금야 정평 함주 락원 홍원 북청 덕성 리원 허천 장진 부전 신흥 영광 요덕
        수동 벽성 강령 옹진 태탄 룡연 장연 송화 과일 삼천 은률 은천 안악 신천 재령 신원 배천 연안 청단 봉천 봉산 은파 린산 토산 금천 평산 신계 곡산 신평 수안 연산 황주
        연탄 서흥 승호 상원 중화 강남 장풍 안변 고산 통천 고성 금강 창도 김화 회양 세포 평강 철원 이천 판교 법동 천내 보통강 평천 모란봉 서성 대성 형제산 룡성 순안 삼석
        은정 력포 사동 동대원 대동강 선교 만경대 락랑 강동 강서 대안 룡강 항구 와우도 천리마
        """);

    /// <summary>Names that end in a generic and are written as such.</summary>
    public static readonly FrozenSet<string> Features = Words("""
        백두산 묘향산 구월산 금강산 칠보산 정방산 장수산 룡악산 대성산 오가산 한나산 한라산 지리산 설악산 오성산 장자산 주작봉 을밀대 만수대 최승대 앞산 뒤산 뒷산
        압록강 두만강 대동강 청천강 례성강 림진강 보통강 재령강 성천강 장자강 한강 서두수 모란봉 삿갓봉 향로봉 장군봉 비로봉 마식령 철령 추가령 아호비령 개마령
        """);

    /// <summary>Counties and a city named after persons: a place only with their unit.</summary>
    public static readonly FrozenSet<string> NamedAfterPersons = Words("김정숙 김형직 김형권 김책");

    /// <summary>In the spelling of either side.</summary>
    private static FrozenSet<string> Words(string list)
    {
        var north = list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return north.Concat(north.Select(KoreanSpelling.ToSouth)).ToFrozenSet(StringComparer.Ordinal);
    }
}
