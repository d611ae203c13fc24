/** The archive that an Office document is. */
import { strToU8, zipSync, type Zippable } from "fflate";

/** The same analysis gives the same bytes, on any day and in any time zone. */
const ALWAYS = new Date(2000, 0, 1);

/** Packs files of XML by their names. */
export function zipped(files: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])) as Zippable, { mtime: ALWAYS });
}
