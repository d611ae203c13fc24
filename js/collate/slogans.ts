/** Slogans of several texts: which stand in which of them, and who explains them. */
import type { Analysis, Member, MemberStatus, SloganAnnotation, SloganKind } from "../types.js";

/** What one text says a formula stands for. */
export interface Expansion {
  /** Index in the list of analyses: whose words and offsets the members are. */
  readonly text: number;
  readonly members: readonly Member[];
  readonly memberStatus: MemberStatus;
}

/** One slogan, in all texts. */
export interface CollatedSlogan {
  readonly canonical: string;
  readonly kind: SloganKind;
  /** As its first mention has it. */
  readonly surface: string;
  /** For each text the places of the slogan in its `slogans`. */
  readonly mentions: readonly (readonly number[])[];
  /** What the texts say, each wording once, the fullest first. Empty where none of them says it. */
  readonly expansions: readonly Expansion[];
  /** What the glossary lists. */
  readonly listed: readonly string[];
}

const RANKS: readonly MemberStatus[] = ["complete", "open", "partial", "mismatch", "none"];

/** The slogans of the kinds asked for: those of most texts first, then those mentioned most often. */
export function collate(analyses: readonly Analysis[], kinds: readonly SloganKind[] = ["formula"]): CollatedSlogan[] {
  const found = new Map<string, Gathering>();
  analyses.forEach(({ slogans }, text) => {
    slogans.forEach((slogan, index) => {
      if (!kinds.includes(slogan.kind)) return;
      const key = `${slogan.kind} ${slogan.canonical}`;
      let gathering = found.get(key);
      if (gathering === undefined) found.set(key, (gathering = new Gathering(slogan, analyses.length)));
      gathering.take(slogan, text, index);
    });
  });
  return [...found.values()].sort((a, b) => b.texts - a.texts || b.count - a.count).map((gathering) => gathering.collated());
}

class Gathering {
  count = 0;
  texts = 0;
  readonly #first: SloganAnnotation;
  readonly #mentions: number[][];
  readonly #expansions = new Map<string, Expansion>();
  #listed: readonly string[] = [];

  constructor(first: SloganAnnotation, texts: number) {
    this.#first = first;
    this.#mentions = Array.from({ length: texts }, () => []);
  }

  take(slogan: SloganAnnotation, text: number, index: number): void {
    const mentions = this.#mentions[text];
    if (mentions?.length === 0) this.texts += 1;
    mentions?.push(index);
    this.count += 1;
    if (this.#listed.length === 0) this.#listed = slogan.listed;
    const { members, memberStatus } = slogan;
    if (members[0]?.source !== "text") return;
    const wording = members.map((member) => member.text).join("、");
    if (!this.#expansions.has(wording)) this.#expansions.set(wording, { text, members, memberStatus });
  }

  collated(): CollatedSlogan {
    const { canonical, kind, text } = this.#first;
    const rank = ({ memberStatus }: Expansion): number => RANKS.indexOf(memberStatus);
    const expansions = [...this.#expansions.values()].sort((a, b) => rank(a) - rank(b));
    return { canonical, kind, surface: text, mentions: this.#mentions, expansions, listed: this.#listed };
  }
}
