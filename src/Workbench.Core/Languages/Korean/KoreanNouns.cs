using System.Collections.Frozen;

namespace Workbench.Core.Languages.Korean;

/// <summary>Frequent nouns that a word which looks like a family name and a syllable may begin with: 조선 in 조선말 is no person.</summary>
internal static class KoreanNouns
{
    public static readonly FrozenSet<string> All = ("""
        가정 가치 간부 강국 강령 개발 개혁 건물 건설 결의 경제 경쟁 계급 계획 고지 공격 공민 공업 공장 공화국 과업 과제 과학 관계 관리 광산 교수 교양
        교육 교통 구조 구호 국가 국토 국방 군대 군인 군중 권리 규률 금속 기계 기관 기구 기금 기념 기능 기발 기술 기지 기업 기업소 길 나라 내각
        노력 농업 농장 농촌 단결 단체 당원 대중 대학 대회 대표 대표단 도시 독립 동맹 동지 력량 력사 련합 로동 로선 로력 리념 리론 리익 령도 류학
        문명 문제 문화 물자 물질 민족 민주 민주주의 박물관 발전 방도 방송 방침 방향 법률 병원 보건 보도 보장 복무 본부 봉사 부대 부문 분야 비서 사람 사령관 사령부
        사령 사명 사상 사업 사회 사회주의 산업 생산 생활 선언 선전 설비 성과 세계 세기 세력 소식 속도 수단 수도 수령 수상 수송 수준 시대 시장 신문 실천
        실현 아동 안전 애국 약속 업적 에네르기 여론 연구 연구소 열의 영웅 예술 외교 요구 우주 운동 운영 원리 원수 원칙 위력 위성 위업 위원 위원장 위원회 유격대 은행
        음악 의사 의식 의지 이동 인권 인민 인민군 일군 일화 임무 자금 자료 자연 자원 작가 작전 잡지 재산 재정 전략 전선 전쟁 전통 전투 정권 정부
        정신 정세 정책 정치 제도 제국 제일 조건 조국 조선 조직 종업원 주권 주민 준비 중앙 지구 지대 지도 지도부 지방 지식 지역 지위 직맹 진지 질서 참모부 창건 창조
        책동 책임 철도 철학 청년 체계 체육 체제 총국 출판 출판사 친선 탄광 토대 토지 통신 통일 투쟁 특성 평화 품질 학교 학생 학습 학자 합작 항쟁 해방 핵무기
        행동 행정 혁명 혁신 현실 협력 협정 협조 협회 형편 형태 호소 화학 확대 환경 활동 회담 회사 회의 후대 훈련 흐름 희망
        """).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(noun => noun.Length >= 2).ToFrozenSet(StringComparer.Ordinal);
}
