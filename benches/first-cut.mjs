/** What every contender cuts before its start is over: some load only then what they need. */
export const FIRST_CUT = "先切一句试试。";
