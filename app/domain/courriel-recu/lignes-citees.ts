/** Whose the words of a line are: the sender's, those of the message they quote, or of neither (an attribution, a copied header). */
type PartDeMessage = 'ECRITE' | 'CITEE' | 'ENTETE'

/** A line of a message without its `>`, with its number from 1 in the whole message. */
export type LigneDeMessage = { numero: number; texte: string; part: PartDeMessage }

const CHEVRON = /^\s*>/
/** Words that a mail program puts between who wrote and what: in French and in the languages of the towns twinned with ours. */
const A_ECRIT = String.raw`(?:a [ée]crit|wrote|schrieb|napisał\(a\)|napisał|napisała|pisze|escribi[óo]|ha scritto|schreef|escreveu|a scris|napsal\(a\)|napsal)`
/** Words that may begin the line: `Le 5 mai`, `On Mon`, `Am 5.`, `W dniu`, `pon.`… */
const OUVRE = String.raw`(?:le|on|am|w dniu|dnia|el|il(?: giorno)?|op|em|[îi]n|dne|(?:pon|wt|śr|czw|pt|sob|niedz)\.)(?![\p{L}])`
/** `Le 5 mai 2025 à 10:00, MCEI <…> a écrit :`, the verb before the name or behind it. */
const ATTRIBUTION = new RegExp(`^${OUVRE}.{0,100}\\d.{2,300}(?<!\\p{L})${A_ECRIT}(?:\\s[^:]{1,150})?\\s*:$`, 'iu')
/** `MCEI <mcei@…> a écrit :`, without its day. */
const ATTRIBUTION_SANS_JOUR = new RegExp(`^.{0,200}<[^<>\\s@]{1,100}@[^<>\\s]{1,250}>,?\\s*${A_ECRIT}\\s*:$`, 'iu')
/** `MCEI a écrit :`, `Jean Dupont a écrit :`: a name and nothing more. */
const NOM_A_ECRIT = new RegExp(`^(?:\\p{Lu}[\\p{L}.'’-]{0,40}\\s+){1,5}${A_ECRIT}\\s*:$`, 'u')
/** `MCEI a écrit le 05/05/2025 10:04:12 :`, the day behind the verb, as Notes writes it. */
const ATTRIBUTION_NOTES = new RegExp(
  `^(?:\\S.{0,200}\\s)?(?!(?:nous|vous|lui|leur)\\s)[^\\s’']{1,100}\\s+${A_ECRIT}\\s+(?:le|on|am)\\s+\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}\\s.{0,10}\\d:\\d\\d.{0,20}:$`,
  'iu',
)
/** `---- Le lun. 5 mai 2025 10:04 MCEI <…> a écrit ----`, `---- MCEI a écrit ----`. */
const ATTRIBUTION_TIRETS = new RegExp(`^-{2,}\\s*\\S.{0,300}(?<!\\p{L})${A_ECRIT}\\s*-{2,}$`, 'iu')
/** `>>> MCEI <…> 05/05/2025 10:04 >>>`, of GroupWise, above lines that nothing marks. */
const ATTRIBUTION_GROUPWISE = /^>>>\s[^>]{1,200}(?:>\s)?.{0,40}\d.{0,20}>>>$/u
/** The rule that some mail programs draw before their attribution. */
const TIRETS = /^-{2,}\s+/
const OUVRE_ATTRIBUTION = new RegExp(`^${OUVRE}.{0,100}\\d`, 'iu')
const SUR_UNE_LIGNE = [ATTRIBUTION_SANS_JOUR, NOM_A_ECRIT, ATTRIBUTION_NOTES, ATTRIBUTION_TIRETS, ATTRIBUTION_GROUPWISE]
/** A mail program folds an attribution on so many lines at the most. */
const LIGNES_D_ATTRIBUTION = 3

const SEPARATEUR =
  /^(?:-{2,}|[–—]{1,5}|_{5,}|={5,})?\s*(?:(?:message|courriel|e-?mail|mail) (?:d['’]origine|original|transf[ée]r[ée]|initial)|original message|forwarded message|d[ée]but du message (?:transf[ée]r[ée]|r[ée]exp[ée]di[ée])|begin forwarded message)\s*(?::\s*)?(?:-{2,}|[–—]{1,5}|_{5,}|={5,})?$/iu
/** `----- Transféré par MCEI/DEP62 le 05/05/2025 11:00 -----`, on one line or folded on two. */
const TRANSFERE_PAR =
  /^-{2,}\s*(?:transf[ée]r[ée]e?|r[ée]exp[ée]di[ée]e?|envoy[ée]e?|forwarded|sent|weitergeleitet)\s(?:par|by|von)\s.{1,200}-{2,}$/iu
/** `MCEI---05/05/2025 10:04:12---Bonjour…`: the beginning of the quoted message, which Notes puts above its header. */
const RESUME_NOTES = /^[^-].{0,150}-{3}\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s\d{1,2}:\d\d.{0,10}-{3}/u
/** The day of a header of Notes, alone under the name of the sender. */
const JOUR_NOTES = /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\s+\d{1,2}:\d\d(?::\d\d)?(?:\s[ap]m)?$/iu
const ENVOYE_PAR = /^(?:envoy[ée] par|sent by)\s*:/iu
const DESTINATAIRE_NOTES = /^(?:pour|[aà]|to)\s*(?::|$)/iu
const OBJET_NOTES = /^(?:objet|subject)\s*(?::|$)/iu
/** Between the day of such a header and its subject, recipients and copies. */
const LIGNES_DE_NOTES = 14
/** `Message du 05/05/25 10:00`, above a copied header. */
const MESSAGE_DU = /^>?\s*message du \d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/iu
/** The rule that Outlook draws above a copied header, and mailing lists above their foot. */
const FILET = /^_{10,}$/
const PIED_DE_LISTE = /d[ée]sabonn|unsubscribe|mailing list|liste de (?:diffusion|discussion)/iu
const LIGNES_DE_PIED = 5

const EXPEDITEUR = /^\*?(?:de|from|exp[ée]diteur|von|od|da|van)\*?\s*:/iu
const ENVOI = /^\*?(?:envoy[ée](?: le)?|sent|gesendet|wysłano|inviato|enviado(?: el)?|verzonden)\*?\s*:/iu
const ENTETE =
  /^\*?(?:de|from|exp[ée]diteur|envoy[ée](?: le)?|sent|date|[àa]|to|pour|destinataires?|c?cc|cci|bcc|copie (?:à|cach[ée]e)|objet|subject|sujet|von|gesendet|an|betreff|od|wysłano|do|temat|da|inviato|oggetto|enviado(?: el)?|para|asunto|van|verzonden|aan|onderwerp)\*?\s*:/iu
/** A sender said by their address. */
const EXPEDITEUR_PAR_ADRESSE = /^\*?(?:de|from)\*?\s*:.{0,200}@/iu
/** Lines of a header copied into a message stand together: one label of a fiche (`Date :`) does not make one. */
const ENTETES_MIN = 3
const ENTETES_MAX = 7
/** A header that does not begin by its sender has more of them: `Envoyé :`, `De :`, `À :`, `Objet :`. */
const ENTETES_SANS_TETE = 4

/**
 * Parts what the sender wrote from what they quote: the only place that knows how mail programs quote. Quoted are the lines after `>`, and
 * all that follows an attribution (`Le … a écrit :`, folded or not), `Message d’origine`, a copied header with or without the rule above it,
 * and the foot of a mailing list. Where `>` marks the quotation, what stands between its lines or under them is the sender's.
 */
export const lignesDuMessage = (texte: string): LigneDeMessage[] => partagerLignes(texte.split('\n'))

/** The same for lines already parted, as those of the HTML of a message: one is given back for each, in their order. */
export function partagerLignes(brutes: readonly string[]): LigneDeMessage[] {
  const lignes = brutes.map((brute) =>
    ATTRIBUTION_GROUPWISE.test(brute.trim())
      ? { nue: brute, citee: false }
      : { nue: sansChevrons(brute), citee: CHEVRON.test(brute) },
  )
  const rendues: LigneDeMessage[] = []
  let cite = false
  for (let i = 0; i < lignes.length;) {
    const annonce = longueurDAnnonce(lignes, i)
    const citee = lignes[i]?.citee ?? false
    const part = annonce > 0 ? 'ENTETE' : cite || citee ? 'CITEE' : 'ECRITE'
    const fin = i + Math.max(1, annonce)
    for (; i < fin; i += 1) rendues.push({ numero: i + 1, texte: lignes[i]?.nue ?? '', part })
    if (annonce > 0 && !citee) cite ||= !(lignes[prochaine(lignes, fin)]?.citee ?? false)
  }
  return rendues
}

/** The sender's own words; empty when the message only quotes or passes on. */
export const motsDeLExpediteur = (texte: string): string => partDe(lignesDuMessage(texte), (part) => part === 'ECRITE')

/** What the sender wrote and, apart, what they quote with its attributions; a message that only quotes is given whole as written. */
export function partagerMessage(texte: string): { ecrit: string; cite: string } {
  const lignes = lignesDuMessage(texte)
  const ecrit = partDe(lignes, (part) => part === 'ECRITE')
  return ecrit === '' ? { ecrit: texte.trim(), cite: '' } : { ecrit, cite: partDe(lignes, (part) => part !== 'ECRITE') }
}

const partDe = (lignes: readonly LigneDeMessage[], garde: (part: PartDeMessage) => boolean): string =>
  lignes
    .filter(({ part }) => garde(part))
    .map(({ texte }) => texte)
    .join('\n')
    .trim()

const sansChevrons = (ligne: string): string => ligne.replace(/^(?:\s*>)+ ?/, '')

type Lue = { nue: string; citee: boolean }

const nue = (lignes: readonly Lue[], i: number): string => lignes[i]?.nue.trim() ?? ''

/** The first line from this one that is not blank. */
function prochaine(lignes: readonly Lue[], i: number): number {
  let suivante = i
  while (suivante < lignes.length && nue(lignes, suivante) === '') suivante += 1
  return suivante
}

/** How many lines from this one announce a quotation; 0 when they announce none. */
function longueurDAnnonce(lignes: readonly Lue[], i: number): number {
  const ligne = nue(lignes, i)
  if (SEPARATEUR.test(ligne) || TRANSFERE_PAR.test(ligne)) return 1
  if (ligne.startsWith('--') && TRANSFERE_PAR.test(`${ligne} ${nue(lignes, i + 1)}`)) return 2
  if (MESSAGE_DU.test(ligne) && longueurDEntete(lignes, prochaine(lignes, i + 1)) > 0) return 1
  if (FILET.test(ligne)) {
    const suite = prochaine(lignes, i + 1)
    const pied = lignes.slice(suite, suite + LIGNES_DE_PIED).some(({ nue }) => PIED_DE_LISTE.test(nue))
    return pied || longueurDEntete(lignes, suite) > 0 ? 1 : 0
  }
  return longueurDAttribution(lignes, i) || longueurDEntete(lignes, i) || longueurDeNotes(lignes, i)
}

/** A header as older versions of Notes copy it, or the beginning of the quoted message that newer ones put above theirs. */
function longueurDeNotes(lignes: readonly Lue[], i: number): number {
  if (RESUME_NOTES.test(nue(lignes, i))) {
    const entete = Array.from({ length: LIGNES_DE_PIED }, (_, j) => i + 1 + j).find(
      (j) => longueurDEntete(lignes, j) > 0,
    )
    return entete === undefined ? 0 : entete - i
  }
  if (nue(lignes, i) === '') return 0
  const jour = ENVOYE_PAR.test(nue(lignes, i + 1)) ? i + 2 : i + 1
  if (!JOUR_NOTES.test(nue(lignes, jour))) return 0
  const suite = Array.from({ length: LIGNES_DE_NOTES }, (_, j) => jour + 1 + j)
  const objet = suite.find((j) => OBJET_NOTES.test(nue(lignes, j)))
  const destine = suite.find((j) => DESTINATAIRE_NOTES.test(nue(lignes, j)))
  if (objet === undefined || destine === undefined || destine > objet) return 0
  return (nue(lignes, objet).includes(':') ? objet : objet + 1) - i + 1
}

function longueurDAttribution(lignes: readonly Lue[], i: number): number {
  if (SUR_UNE_LIGNE.some((attribution) => attribution.test(nue(lignes, i)))) return 1
  if (!OUVRE_ATTRIBUTION.test(nue(lignes, i).replace(TIRETS, ''))) return 0
  let jointe = ''
  for (let longueur = 1; longueur <= LIGNES_D_ATTRIBUTION; longueur += 1) {
    const ligne = nue(lignes, i + longueur - 1)
    if (ligne === '') return 0
    jointe = `${jointe} ${ligne}`.trim().replace(TIRETS, '')
    if (ATTRIBUTION.test(jointe)) return longueur
  }
  return 0
}

/** `De :`, `Envoyé :`, `À :`, `Objet :`, down to the last of them, folded ones with their ends. */
function longueurDEntete(lignes: readonly Lue[], i: number): number {
  const tete = nue(lignes, i)
  if (!ENTETE.test(tete)) return 0
  let [compte, derniere, parAdresse] = [1, i, EXPEDITEUR_PAR_ADRESSE.test(tete)]
  for (let j = prochaine(lignes, i + 1); compte < ENTETES_MAX; j = prochaine(lignes, j + 1)) {
    const ligne = nue(lignes, j)
    if (!ENTETE.test(ligne) && !(j === derniere + 1 && ENTETE.test(nue(lignes, j + 1)))) break
    if (!ENTETE.test(ligne)) continue
    ;[compte, derniere] = [compte + 1, j]
    parAdresse ||= EXPEDITEUR_PAR_ADRESSE.test(ligne)
  }
  const longueur = derniere - i + 1
  if (!EXPEDITEUR.test(tete)) return parAdresse && compte >= ENTETES_SANS_TETE ? longueur : 0
  const suivante = nue(lignes, prochaine(lignes, i + 1))
  const parAdresses = EXPEDITEUR_PAR_ADRESSE.test(tete) && suivante.includes('@')
  return compte >= ENTETES_MIN || (compte > 1 && (ENVOI.test(suivante) || parAdresses)) ? longueur : 0
}
