import { parseMontant } from '#domain/budget/montant'
import type { Condition } from '#domain/campagne/condition'
import { nettoyer } from '#domain/texte'

/** The simple conditions a form offers. Those of the first list need a value, typed beside. */
const AVEC_VALEUR = [
  'MONTANT_AU_MOINS',
  'MONTANT_AU_PLUS',
  'COUT_AU_MOINS',
  'COUT_AU_PLUS',
  'PARTICIPANTS_AU_MOINS',
  'PARTICIPANTS_AU_PLUS',
  'PAYS_PARMI',
  'PAYS_HORS',
  'CREATION',
] as const
export const SANS_VALEUR = [
  'DISPOSITIF_MEI',
  'DISPOSITIF_JUMELAGES',
  'MINEURS',
  'SANS_MINEURS',
  'RENOUVELLEMENT',
  'PREMIERE_DEMANDE',
  'SIGNATAIRE',
] as const
export const TERMES = [...AVEC_VALEUR, ...SANS_VALEUR] as const
export type Terme = (typeof TERMES)[number]

/** One line of the form. */
export type TermeSaisi = { terme: string; valeur: string }

export type Liaison = 'ET' | 'OU'

const ILLISIBLE: Condition = { type: 'ILLISIBLE' }

function lireTerme({ terme, valeur }: TermeSaisi): Condition {
  const connu = TERMES.find((t) => t === terme)
  const entier = /^\d{1,6}$/.test(valeur.trim()) ? Number(valeur) : null
  switch (connu) {
    case 'MONTANT_AU_MOINS':
    case 'MONTANT_AU_PLUS':
    case 'COUT_AU_MOINS':
    case 'COUT_AU_PLUS': {
      const cents = valeur.trim() ? parseMontant(valeur) : null
      if (cents === null || cents < 0n || cents > 100_000_000_000n) return ILLISIBLE
      const seuil = connu.endsWith('AU_MOINS') ? 'AU_MOINS' : 'AU_PLUS'
      return { type: connu.startsWith('COUT') ? 'COUT' : 'MONTANT', seuil, cents: Number(cents) }
    }
    case 'PARTICIPANTS_AU_MOINS':
    case 'PARTICIPANTS_AU_PLUS':
      if (entier === null) return ILLISIBLE
      return { type: 'PARTICIPANTS', seuil: connu.endsWith('AU_MOINS') ? 'AU_MOINS' : 'AU_PLUS', nombre: entier }
    case 'PAYS_PARMI':
    case 'PAYS_HORS': {
      const pays = valeur.split(/[,;]/).map(nettoyer).filter(Boolean)
      return pays.length > 0 ? { type: 'PAYS', parmi: connu === 'PAYS_PARMI', pays } : ILLISIBLE
    }
    case 'CREATION':
      return entier ? { type: 'CREATION', mois: entier } : ILLISIBLE
    case 'DISPOSITIF_MEI':
      return { type: 'DISPOSITIF', dispositif: 'MEI' }
    case 'DISPOSITIF_JUMELAGES':
      return { type: 'DISPOSITIF', dispositif: 'JUMELAGES' }
    case 'MINEURS':
    case 'RENOUVELLEMENT':
    case 'SIGNATAIRE':
      return { type: connu }
    case 'SANS_MINEURS':
      return { type: 'NON', condition: { type: 'MINEURS' } }
    case 'PREMIERE_DEMANDE':
      return { type: 'NON', condition: { type: 'RENOUVELLEMENT' } }
    case undefined:
      return ILLISIBLE
  }
}

/** The condition a form says: none, one, or several bound together. */
export function composerCondition(termes: readonly TermeSaisi[], liaison: Liaison): Condition | null {
  const lues = termes.filter(({ terme }) => terme !== '').map(lireTerme)
  const [premiere] = lues
  if (!premiere) return null
  return lues.length === 1 ? premiere : { type: liaison, conditions: lues }
}

const euros = (cents: number) => (cents / 100).toFixed(2).replace('.', ',').replace(/,00$/, '')

function saisirTerme(condition: Condition): TermeSaisi | null {
  switch (condition.type) {
    case 'MONTANT':
    case 'COUT':
      return { terme: `${condition.type}_${condition.seuil}`, valeur: euros(condition.cents) }
    case 'PARTICIPANTS':
      return { terme: `PARTICIPANTS_${condition.seuil}`, valeur: String(condition.nombre) }
    case 'PAYS':
      return { terme: condition.parmi ? 'PAYS_PARMI' : 'PAYS_HORS', valeur: condition.pays.join(', ') }
    case 'CREATION':
      return { terme: 'CREATION', valeur: String(condition.mois) }
    case 'DISPOSITIF':
      return { terme: `DISPOSITIF_${condition.dispositif}`, valeur: '' }
    case 'MINEURS':
    case 'RENOUVELLEMENT':
    case 'SIGNATAIRE':
      return { terme: condition.type, valeur: '' }
    case 'NON':
      if (condition.condition.type === 'MINEURS') return { terme: 'SANS_MINEURS', valeur: '' }
      return condition.condition.type === 'RENOUVELLEMENT' ? { terme: 'PREMIERE_DEMANDE', valeur: '' } : null
    case 'ET':
    case 'OU':
    case 'ILLISIBLE':
      return null
  }
}

/** How many simple conditions a form binds together at most. */
export const TERMES_MAX = 3

/** A condition as the form shows it back; null when it says more than the form can. */
export function saisirCondition(condition: Condition | null): { termes: TermeSaisi[]; liaison: Liaison } | null {
  if (!condition) return { termes: [], liaison: 'ET' }
  const liee = condition.type === 'ET' || condition.type === 'OU'
  const termes = (liee ? condition.conditions : [condition]).map(saisirTerme)
  const lus = termes.filter((terme) => terme !== null)
  if (lus.length < termes.length || lus.length > TERMES_MAX) return null
  return { termes: lus, liaison: condition.type === 'OU' ? 'OU' : 'ET' }
}
