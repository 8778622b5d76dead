import type { ParsedMail } from 'mailparser'
import { automatismeDe } from '#domain/courriel-recu/automatisme'
import type { ActionDeRemise, DestinataireRendu, RemiseLue } from '#domain/courriel-recu/avis-de-remise'
import { type CourrielLu, lireDebut, type PieceGardee } from '#fichiers/courriel/courriel-lu'
import { idsDe, texteSimple } from '#fichiers/courriel/entetes-eml'

/** Bytes read of a report and of the headers it gives back; recipients and addresses kept of them. */
const OCTETS_MAX = 256 * 1024
const TETE_MAX = 64 * 1024
const DESTINATAIRES_MAX = 50
const ADRESSES_MAX = 50
const VALEUR_MAX = 2_000

export const TYPE_DE_RAPPORT = /^message\/(?:global-)?delivery-status$/i
const TYPE_DE_RETOUR = /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/global-headers)$/i

/** Headers that name where a mail came to, whatever the mail system. */
const ARRIVEE = new Set([
  'to',
  'delivered-to',
  'x-original-to',
  'x-delivered-to',
  'envelope-to',
  'x-envelope-to',
  'x-forwarded-to',
])

/** The addresses of a text, in lower case. Cut at what no address holds, so that its length alone is what it costs. */
const adressesDe = (texte: string): string[] =>
  texteSimple(texte)
    .split(/[\s,;:<>()"'[\]]/)
    .map((mot) => mot.replace(/\.$/, '').toLowerCase())
    .filter((mot) => /^[^@]{1,64}@[^@]{3,253}$/.test(mot))

/** Every address a mail came to. */
export function adressesDArrivee({ headerLines }: ParsedMail): string[] {
  const lues = headerLines
    .filter(({ key }) => ARRIVEE.has(key))
    .slice(0, ADRESSES_MAX)
    .flatMap(({ line }) => adressesDe(line.slice(line.indexOf(':') + 1, 4_096)))
  return [...new Set(lues)].slice(0, ADRESSES_MAX)
}

/** The recipients that Exim names in a header of its own. */
export const adressesEnEchec = ({ headerLines }: ParsedMail): string[] =>
  headerLines
    .filter(({ key }) => key === 'x-failed-recipients')
    .flatMap(({ line }) => adressesDe(line.slice(20, 4_096)))

type Bloc = ReadonlyMap<string, string>

/** Fields parted by blank lines, folded lines joined; of a field written twice, the first. */
function blocsDe(texte: string): Bloc[] {
  const blocs: Map<string, string>[] = []
  let bloc: Map<string, string> | null = null
  let nom = ''
  for (const ligne of texte.split(/\r?\n/)) {
    if (ligne.trim() === '') {
      bloc = null
      continue
    }
    if (bloc === null) {
      bloc = new Map<string, string>()
      blocs.push(bloc)
    }
    if (/^[ \t]/.test(ligne)) {
      const debut = bloc.get(nom)
      if (debut !== undefined && debut.length < VALEUR_MAX)
        bloc.set(nom, `${debut} ${ligne.trim()}`.slice(0, VALEUR_MAX))
      continue
    }
    const deuxPoints = ligne.indexOf(':')
    if (deuxPoints <= 0) continue
    nom = ligne.slice(0, deuxPoints).trim().toLowerCase()
    if (!bloc.has(nom))
      bloc.set(
        nom,
        ligne
          .slice(deuxPoints + 1)
          .trim()
          .slice(0, VALEUR_MAX),
      )
  }
  return blocs
}

/** `rfc822; a@b` without its type. */
const sansType = (valeur: string): string => valeur.slice(valeur.indexOf(';') + 1).trim()

const CODE_STATUT = /^([245]\.\d{1,3}\.\d{1,3})\b/
const ACTIONS: Record<string, ActionDeRemise> = { '2': 'delivered', '4': 'delayed', '5': 'failed' }

function actionDe(dite: string, codeStatut: string | null): ActionDeRemise | null {
  switch (dite) {
    case 'failed':
    case 'delayed':
    case 'delivered':
    case 'relayed':
    case 'expanded':
      return dite
    default:
      return ACTIONS[codeStatut?.[0] ?? ''] ?? null
  }
}

function destinataireDe(bloc: Bloc): DestinataireRendu[] {
  const champ = (nom: string) => bloc.get(nom) ?? ''
  const adresses = [
    ...adressesDe(sansType(champ('final-recipient'))),
    ...adressesDe(sansType(champ('original-recipient'))),
  ]
  const codeStatut = CODE_STATUT.exec(champ('status'))?.[1] ?? null
  const action = actionDe(champ('action').split(/[\s(]/)[0]?.toLowerCase() ?? '', codeStatut)
  if (adresses.length === 0 || action === null) return []
  const diagnostic = texteSimple(sansType(champ('diagnostic-code')))
    .replace(/\s+/g, ' ')
    .slice(0, 500)
  return [{ adresses: [...new Set(adresses)], action, codeStatut, diagnostic }]
}

/** A report as RFC 3464 writes it: what it says of the envelope, then of each recipient. */
function lireRapport(texte: string): Pick<RemiseLue, 'enveloppe' | 'destinataires'> {
  const blocs = blocsDe(texte)
  const enveloppe = blocs.find((bloc) => bloc.has('original-envelope-id'))?.get('original-envelope-id')
  return {
    enveloppe: enveloppe ? texteSimple(enveloppe).slice(0, 200) : null,
    destinataires: blocs.flatMap(destinataireDe).slice(0, DESTINATAIRES_MAX),
  }
}

/** Words by which a server that writes no report says that it still tries. */
const RETARD =
  /\b(?:delayed|delay|still (?:being )?(?:trying|retried)|will (?:keep|continue) (?:on )?trying|warning|retard\w*|nouvelle tentative)\b/i
const ECHEC =
  /undeliver|could ?n.t be delivered|not be delivered|delivery (?:has )?failed|failed (?:permanently|recipient)|non remis|pas (?:pu être|été) (?:remis|distribu|délivr)|échec (?:de )?(?:la )?remise|address(?:ee)? rejected/i
/** Words by which it says that it tries no more, whatever the last answer was. */
const DEFINITIF =
  /permanent (?:error|failure|fatal)|retry time\w* exceeded|giv(?:en|ing) (?:it )?up|erreur (?:permanente|définitive)/i
const CODE = /(?:^|\D)([45]\d\d)[ -]+(?:#?([45]\.\d{1,3}\.\d{1,3}))?|(?:^|[^\d.])([45]\.\d{1,3}\.\d{1,3})(?![\d.])/

/** What a server that writes no report says to people: the first code of its text, and the line that bears it. */
function lireTexte(texte: string, objet: string, adresses: readonly string[]): DestinataireRendu[] {
  const lignes = texte
    .slice(0, 20_000)
    .split('\n')
    .map((ligne) => ligne.slice(0, 1_000))
  const nommees = adresses.length > 0 ? adresses : lignes.flatMap(adressesDe).slice(0, ADRESSES_MAX)
  if (nommees.length === 0) return []
  const dite = lignes.map((ligne) => ({ ligne, code: CODE.exec(ligne) })).find(({ code }) => code !== null)
  const codeStatut = dite?.code?.[2] ?? dite?.code?.[3] ?? null
  const classe = (codeStatut ?? dite?.code?.[1])?.[0]
  const lu = [objet, ...lignes]
  const attend = classe === '4' || (classe === undefined && lu.some((ligne) => RETARD.test(ligne)))
  const tarde = attend && !lu.some((ligne) => DEFINITIF.test(ligne))
  // A machine that only answers names no code and no failure: nothing came back.
  if (classe === undefined && !tarde && !lu.some((ligne) => ECHEC.test(ligne))) return []
  const diagnostic = (dite?.ligne ?? '').replace(/\s+/g, ' ').trim().slice(0, 500)
  return [{ adresses: [...new Set(nommees)], action: tarde ? 'delayed' : 'failed', codeStatut, diagnostic }]
}

/** The headers of the mail given back, whole or alone. */
async function lireRetour(piece: PieceGardee | undefined): Promise<RemiseLue['rendu']> {
  if (!piece) return { messageId: null, destinataires: [] }
  const texte = texteSimple((await lireDebut(piece.octets, TETE_MAX)).toString('utf8'))
  const [entetes] = blocsDe(texte)
  return {
    messageId: idsDe(entetes?.get('message-id'))[0] ?? null,
    destinataires: adressesDe(entetes?.get('to') ?? '').slice(0, ADRESSES_MAX),
  }
}

/** The words of a report, as it came. */
export const texteDeRapport = async ({ octets }: PieceGardee): Promise<string> =>
  texteSimple((await lireDebut(octets, OCTETS_MAX)).toString('utf8'))

/** What the headers and the parts of a mail say beside its own words: `rapport` is null when it carries no report. */
type Arrivee = Pick<RemiseLue, 'adresses'> & { enEchec: readonly string[]; rapport: string | null }

/** What a mail that gives another back says of it; null for any other mail. */
export async function lireRemise(
  { objet, de, texte, entetes, pieces }: Pick<CourrielLu, 'objet' | 'de' | 'texte' | 'entetes' | 'pieces'>,
  { adresses, enEchec, rapport }: Arrivee,
): Promise<RemiseLue | null> {
  if (automatismeDe(entetes, { objet, de: de.adresse }) !== 'NON_REMISE') return null
  const rendu = await lireRetour(pieces.find(({ type }) => TYPE_DE_RETOUR.test(type)))
  if (rapport !== null) {
    const lu = lireRapport(rapport)
    if (lu.destinataires.length > 0) return { ...lu, adresses, rendu }
  }
  return { enveloppe: null, adresses, destinataires: lireTexte(texte, objet, enEchec), rendu }
}
