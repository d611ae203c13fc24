/** What a label says besides its indicator. Whose a figure is: 全县, 东山县; not what only ends like the name of a place, 社区, 上市. */
import TABLE from "../../data/places.tsv";

type Role = "whole" | "area" | "named" | "common" | "opening" | "slight";

const of = (role: Role): readonly string[] => TABLE.flatMap(([surface = "", roles = ""]) => (roles.split(" ").includes(role) ? [surface] : []));

const WHOLES = new Set(of("whole"));
const AREAS = new Set(of("area"));
const NAMED = new Set(of("named"));
const COMMON = of("common");
const OPENINGS = of("opening");
const SLIGHT = of("slight");

/** Characters of a name before what the place is. */
const LONGEST = 3;
const HAN = /^\p{Script=Han}+$/u;

/** The label without the place it begins with: 全县粮食产量 and 东山县粮食产量 are both 粮食产量. */
export function withoutPlace(label: string): string {
  if (WHOLES.has(label.charAt(0)) && AREAS.has(label.charAt(1)) && label.length > 2) return label.slice(2);
  for (let end = 2; end <= LONGEST + 1; end += 1) {
    const place = label.slice(0, end);
    const common = COMMON.some((word) => place.endsWith(word)) || OPENINGS.some((word) => label.startsWith(word, end - 1));
    if (NAMED.has(label.charAt(end - 1)) && HAN.test(place) && !common && end < label.length) return label.slice(end);
  }
  return label;
}

/** 现有学校 and 学校 are one indicator, as 今年新增 and 全年新增 are. */
export function withoutSlight(label: string): string {
  return SLIGHT.reduce((left, word) => left.replaceAll(word, ""), label);
}
