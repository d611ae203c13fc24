/** EDTF → the attributes of a TEI date. `when` and its kin hold what XML Schema can say; `when-custom` holds all of it. */

const POINT = /^\d{4}(-(0\d|1[0-2])(-[0-3]\d(T\d\d:\d\d(:\d\d)?)?)?)?$/;
/** Without a year, as in `XXXX-03-15`. */
const YEARLESS = /^XXXX-((0\d|1[0-2])(-[0-3]\d)?)$/;

export function dateAttributes(edtf: string): Record<string, string> {
  const [from = "", to] = edtf.split("/");
  const standard = to === undefined ? { when: xmlDate(from) } : { from: xmlDate(from), to: xmlDate(to) };
  const known = Object.entries(standard).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(known), "when-custom": edtf };
}

function xmlDate(point: string): string | undefined {
  if (POINT.test(point)) return /T\d\d:\d\d$/.test(point) ? `${point}:00` : point;
  const yearless = YEARLESS.exec(point);
  return yearless === null ? undefined : `--${yearless[1]}`;
}
