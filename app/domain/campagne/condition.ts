import type { Contexte } from '#domain/campagne/contexte'
import { DISPOSITIFS, type Dispositif } from '#domain/dispositif'
import { addMonths } from '#domain/temps/jour'
import { plier } from '#domain/texte'

/** What a condition looks at; what is missing when it cannot be answered. ILLISIBLE: the condition itself cannot be read. */
export const FAITS = [
  'MONTANT',
  'COUT',
  'PARTICIPANTS',
  'PAYS',
  'CREATION',
  'DISPOSITIF',
  'MINEURS',
  'RENOUVELLEMENT',
  'SIGNATAIRE',
  'ILLISIBLE',
] as const
export type Fait = (typeof FAITS)[number]

export type Seuil = 'AU_MOINS' | 'AU_PLUS'

/** When a line of the matrix applies: data, never code, so that a campagne can say it. */
export type Condition =
  | { type: 'MONTANT' | 'COUT'; seuil: Seuil; cents: number }
  | { type: 'PARTICIPANTS'; seuil: Seuil; nombre: number }
  | { type: 'PAYS'; parmi: boolean; pays: string[] }
  /** The structure was created less than so many months before the deposit. */
  | { type: 'CREATION'; mois: number }
  | { type: 'DISPOSITIF'; dispositif: Dispositif }
  | { type: 'MINEURS' | 'RENOUVELLEMENT' | 'SIGNATAIRE' }
  | { type: 'ET' | 'OU'; conditions: Condition[] }
  | { type: 'NON'; condition: Condition }
  | { type: 'ILLISIBLE' }

const ILLISIBLE: Condition = { type: 'ILLISIBLE' }

/** Deeper or wider than this is no condition that a person could read. */
const PROFONDEUR_MAX = 5
const LARGEUR_MAX = 20

const isJson = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEntier = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0

const isSeuil = (value: unknown): value is Seuil => value === 'AU_MOINS' || value === 'AU_PLUS'

/** Reads a condition as a JSON column holds it. What has another form is ILLISIBLE, which nothing answers: never met, never refuted. */
export function lireCondition(json: unknown, profondeur = 0): Condition {
  if (!isJson(json) || profondeur > PROFONDEUR_MAX) return ILLISIBLE
  const { type, seuil } = json
  switch (type) {
    case 'MONTANT':
    case 'COUT':
      return isSeuil(seuil) && isEntier(json.cents) ? { type, seuil, cents: json.cents } : ILLISIBLE
    case 'PARTICIPANTS':
      return isSeuil(seuil) && isEntier(json.nombre) ? { type, seuil, nombre: json.nombre } : ILLISIBLE
    case 'PAYS': {
      const pays = Array.isArray(json.pays)
        ? json.pays.filter((p): p is string => typeof p === 'string' && !!plier(p))
        : []
      return pays.length > 0 && pays.length <= 250 ? { type, parmi: json.parmi !== false, pays } : ILLISIBLE
    }
    case 'CREATION':
      return isEntier(json.mois) && json.mois > 0 && json.mois <= 1200 ? { type, mois: json.mois } : ILLISIBLE
    case 'DISPOSITIF': {
      const dispositif = DISPOSITIFS.find((d) => d === json.dispositif)
      return dispositif ? { type, dispositif } : ILLISIBLE
    }
    case 'MINEURS':
    case 'RENOUVELLEMENT':
    case 'SIGNATAIRE':
      return { type }
    case 'ET':
    case 'OU': {
      const lues: unknown[] = Array.isArray(json.conditions) ? json.conditions : []
      if (lues.length === 0 || lues.length > LARGEUR_MAX) return ILLISIBLE
      return { type, conditions: lues.map((lue) => lireCondition(lue, profondeur + 1)) }
    }
    case 'NON':
      return { type, condition: lireCondition(json.condition, profondeur + 1) }
    default:
      return ILLISIBLE
  }
}

/** Yes, no, or null where the dossier does not say enough; then `inconnus` says what it would have to say. */
export type Reponse = { valeur: boolean | null; inconnus: Fait[] }

const connu = (valeur: boolean): Reponse => ({ valeur, inconnus: [] })

const si = <T>(fait: Fait, lu: T | null, test: (lu: T) => boolean): Reponse =>
  lu === null ? { valeur: null, inconnus: [fait] } : connu(test(lu))

const franchit = <T extends number | bigint>(lu: T, seuil: Seuil, borne: T) =>
  seuil === 'AU_MOINS' ? lu >= borne : lu <= borne

/** « Allemagne et Pologne » is in a list as soon as one of them is. */
function estParmi(pays: string, liste: readonly string[]): boolean {
  const connus = new Set(liste.map(plier))
  const entier = plier(pays)
  return connus.has(entier) || pays.split(/[,;/+&()]|\bet\b|\s[-–]\s/iu).some((un) => connus.has(plier(un)))
}

/** Answers a condition in three values: what the dossier does not say is neither true nor false (Kleene). */
export function evaluer(condition: Condition, c: Contexte): Reponse {
  switch (condition.type) {
    case 'MONTANT':
    case 'COUT': {
      const lu = condition.type === 'MONTANT' ? c.montantDemandeCents : c.coutTotalCents
      return si(condition.type, lu, (cents) => franchit(cents, condition.seuil, BigInt(condition.cents)))
    }
    case 'PARTICIPANTS':
      return si('PARTICIPANTS', c.nbParticipants, (n) => franchit(n, condition.seuil, condition.nombre))
    case 'PAYS':
      return si('PAYS', plier(c.pays) ? c.pays : null, (pays) => estParmi(pays, condition.pays) === condition.parmi)
    case 'CREATION': {
      const { creeeLe, deposeLe } = c
      return si('CREATION', creeeLe && deposeLe ? { creeeLe, deposeLe } : null, (lu) => {
        return lu.deposeLe < addMonths(lu.creeeLe, condition.mois)
      })
    }
    case 'DISPOSITIF':
      return si('DISPOSITIF', c.dispositif, (dispositif) => dispositif === condition.dispositif)
    case 'MINEURS':
      return si('MINEURS', c.mineurs, (oui) => oui)
    case 'RENOUVELLEMENT':
      return si('RENOUVELLEMENT', c.renouvellement, (oui) => oui)
    case 'SIGNATAIRE':
      return si('SIGNATAIRE', c.signataireDifferent, (oui) => oui)
    case 'ILLISIBLE':
      return { valeur: null, inconnus: ['ILLISIBLE'] }
    case 'NON': {
      const { valeur, inconnus } = evaluer(condition.condition, c)
      return { valeur: valeur === null ? null : !valeur, inconnus }
    }
    case 'ET':
    case 'OU': {
      const reponses = condition.conditions.map((une) => evaluer(une, c))
      const tranche = condition.type === 'OU'
      if (reponses.some(({ valeur }) => valeur === tranche)) return connu(tranche)
      const inconnus = [...new Set(reponses.flatMap((r) => r.inconnus))]
      return inconnus.length > 0 ? { valeur: null, inconnus } : connu(!tranche)
    }
  }
}
