import type { Controle } from '#domain/piece/piece'

export type Exigence = 'OBLIGATOIRE' | 'SI_PERTINENT'

/** What a campagne asks of one genre of structure. */
export type PieceAttendue = { code: string; exigence: Exigence }

/** The last version of a pièce; earlier ones are history. Without a code nobody knows yet what it is, and it proves nothing. */
export type PieceDeposee = { code: string | null; controle: Controle }

/** Where one code stands: the worst of its pièces speaks for it. */
export type Situation = 'SATISFAITE' | 'A_CONTROLER' | 'NON_CONFORME' | 'ABSENTE'

export type Completude = {
  /** Mandatory codes with no pièce at all. */
  manquantes: string[]
  /** Asked codes with a pièce nobody has looked at. */
  aControler: string[]
  nonConformes: string[]
  satisfaites: string[]
  complet: boolean
}

const situer = (controles: Controle[]): Situation => {
  if (controles.length === 0) return 'ABSENTE'
  if (controles.includes('NON_CONFORME')) return 'NON_CONFORME'
  return controles.includes('A_CONTROLER') ? 'A_CONTROLER' : 'SATISFAITE'
}

/** Where this code stands among what was deposited. */
export const situationDe = (code: string, pieces: readonly PieceDeposee[]): Situation =>
  situer(pieces.filter((p) => p.code === code).map((p) => p.controle))

/**
 * Compares what the campagne asks with what was deposited. Complete means: nothing mandatory is absent, and nothing asked
 * and deposited is refused or still to be looked at. A pièce asked only where relevant never blocks by being absent; one
 * that nobody asked for counts for nothing.
 */
export function examinerCompletude(attendues: readonly PieceAttendue[], pieces: readonly PieceDeposee[]): Completude {
  const situees = attendues.map((attendue) => ({ ...attendue, situation: situationDe(attendue.code, pieces) }))
  const codes = (situation: Situation) => situees.filter((s) => s.situation === situation).map((s) => s.code)
  const manquantes = situees.filter((s) => s.situation === 'ABSENTE' && s.exigence === 'OBLIGATOIRE').map((s) => s.code)
  const aControler = codes('A_CONTROLER')
  const nonConformes = codes('NON_CONFORME')
  const complet = manquantes.length + aControler.length + nonConformes.length === 0
  return { manquantes, aControler, nonConformes, satisfaites: codes('SATISFAITE'), complet }
}

/** What is to be asked for: absent or refused. */
export const codesManquants = ({ manquantes, nonConformes }: Completude): string[] => [...manquantes, ...nonConformes]

/** The one word a bannette shows: something is to be asked for, something is to be looked at, or nothing. */
export const ETATS_COMPLETUDE = ['MANQUANTES', 'A_CONTROLER', 'COMPLET'] as const
export type EtatCompletude = (typeof ETATS_COMPLETUDE)[number]

/** As an address says it: `a-controler`. */
export const completudeEnAdresse = (etat: EtatCompletude): string => etat.toLowerCase().replace('_', '-')

/** What an address says, its case and its hyphen aside; undefined when it is none of them. */
export const completudeDeLAdresse = (texte: string): EtatCompletude | undefined =>
  ETATS_COMPLETUDE.find((etat) => completudeEnAdresse(etat) === texte.toLowerCase().replace('_', '-'))

export function etatCompletude({ manquantes, nonConformes, complet }: Completude): EtatCompletude {
  if (complet) return 'COMPLET'
  return manquantes.length + nonConformes.length > 0 ? 'MANQUANTES' : 'A_CONTROLER'
}
