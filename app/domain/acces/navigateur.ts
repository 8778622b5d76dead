/** The first of a list stands in most of the others: Edge says that it is Chrome, which says that it is Safari. */
const FAMILLES: [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const SYSTEMES: [RegExp, string][] = [
  [/\b(?:iPhone|iPad)\b/, 'iPhone ou iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const premier = (table: [RegExp, string][], entete: string) => table.find(([mot]) => mot.test(entete))?.[1]

/** `Firefox sur Windows`: which browser a session was opened from, as its User-Agent lets it be known. */
export function navigateurDit(userAgent: string): string {
  const famille = premier(FAMILLES, userAgent) ?? 'Navigateur inconnu'
  const systeme = premier(SYSTEMES, userAgent)
  return systeme ? `${famille} sur ${systeme}` : famille
}
