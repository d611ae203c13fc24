/** What a drawing is made of, whoever draws it. */
import type { Script } from "../text/script.js";

export type Ink = "ink" | "soft" | "red" | "hairline";
type Face = "serif" | "sans";

/** Light paper always: a drawing is taken to places with a light of their own. */
export const INKS: Readonly<Record<Ink | "paper", string>> = { paper: "#faf7f0", ink: "#211e1a", soft: "#655e54", red: "#b92b15", hairline: "#d9d1c3" };

/** By what the text is written in, whose characters keep their forms. */
export const FACES: Readonly<Record<Script, Readonly<Record<Face, string>>>> = {
  "zh-Hans": {
    serif: "'Noto Serif CJK SC', 'Source Han Serif SC', 'Songti SC', STSong, SimSun, serif",
    sans: "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
  },
  "zh-Hant": {
    serif: "'Noto Serif CJK TC', 'Source Han Serif TC', 'Songti TC', LiSong, PMingLiU, serif",
    sans: "'Noto Sans CJK TC', 'Source Han Sans TC', 'PingFang TC', 'Microsoft JhengHei', sans-serif",
  },
};

export interface Letters {
  readonly size: number;
  readonly weight: 400 | 600 | 700;
  readonly face: Face;
  readonly ink: Ink;
}

/** Letters of one kind in a line; what follows stands behind them, however wide the founts of the place make them. */
export type Part = readonly [text: string, letters: Letters];

/** Between two parts. */
export const PART_GAP = 2;

export type Shape =
  | { readonly kind: "text"; readonly x: number; readonly y: number; readonly anchor: "start" | "middle" | "end"; readonly parts: readonly Part[] }
  | { readonly kind: "line"; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly ink: Ink; readonly width: number; readonly dashed: boolean }
  | { readonly kind: "circle"; readonly x: number; readonly y: number; readonly r: number; readonly ink: Ink; readonly filled: boolean }
  | { readonly kind: "head"; readonly x: number; readonly y: number; readonly rises: boolean };

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** What its text is written in. */
  readonly script: Script;
  readonly shapes: readonly Shape[];
}

export const fontOf = ({ size, weight, face }: Letters, script: Script): string => `${weight} ${size}px ${FACES[script][face]}`;
