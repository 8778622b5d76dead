import { DISQUE_LIBRE_MIN, RETARD_COURRIEL_S, RETARD_PROMESSE_S } from '#domain/entretien/bornes'
import { compter } from '#domain/nombre'
import { withDeadline } from '#infra/delai'
import type { Deps } from '#infra/deps'
import { type EtatPlanifie, etatDesPlanifies } from '#infra/stores/entretien/execution'
import { pingStore, type Store } from '#infra/queue'
import { type EtatRelais, etatDuRelais } from '#infra/relais'
import type { Storage } from '#infra/storage'
import { tailleLisible } from '#libelles/taille'
import { dureeLisible } from '#libelles/temps'
import { LIBELLES_TRAVAUX } from '#libelles/travaux'

/** What was measured; null where nothing answered. */
export type Mesures = { relais: EtatRelais | null; planifies: EtatPlanifie[] | null; disqueLibre: number | null }

export type EtatDeSante = ({ pret: true } | { pret: false; motif: string }) & { mesures: Mesures }

/** How long a part may take to answer, in ms. */
const DELAI = 5_000

type DepsSante = Pick<Deps, 'db' | 'now'> & { store: Store; storage: Pick<Storage, 'free'> }

const valeurDe = <T>(answer: PromiseSettledResult<T>): T | null => (answer.status === 'fulfilled' ? answer.value : null)

/**
 * Whether the application does its work, and not only whether its parts are there: promises are carried, mails leave, what repeats runs,
 * and there is room to write. The bounds are in #domain/entretien/bornes.
 */
export async function etatDeSante({ db, now, store, storage }: DepsSante): Promise<EtatDeSante> {
  const [relais, planifies, file, disque] = await Promise.allSettled([
    withDeadline(etatDuRelais(db), DELAI, 'database'),
    withDeadline(etatDesPlanifies(db, now()), DELAI, 'database'),
    withDeadline(pingStore(store), DELAI, 'queue'),
    withDeadline(storage.free(), DELAI, 'disk'),
  ])
  const mesures = { relais: valeurDe(relais), planifies: valeurDe(planifies), disqueLibre: valeurDe(disque) }
  const motif = motifDe(mesures, file.status === 'fulfilled')
  return motif === null ? { pret: true, mesures } : { pret: false, motif, mesures }
}

/** The first thing that is wrong, in the order in which an administrator would look. */
function motifDe({ relais, planifies, disqueLibre }: Mesures, fileRepond: boolean): string | null {
  if (relais === null || planifies === null) return 'La base de données ne répond pas.'
  if (!fileRepond) return 'La file des travaux (Redis) ne répond pas.'
  if (disqueLibre === null) return 'Le dossier des données (DATA_DIR) ne répond pas.'
  if (disqueLibre < DISQUE_LIBRE_MIN)
    return `Le disque est presque plein\u00a0: il reste ${tailleLisible(disqueLibre)} là où sont les données (DATA_DIR).`
  if (relais.relais === 0) return 'Le relais ne tourne pas\u00a0: les courriels et les rapports attendent.'
  if (relais.retard > RETARD_PROMESSE_S)
    return `Le relais est en retard\u00a0: un travail attend depuis ${compter(relais.retard, 'seconde')}.`
  if (relais.retardCourriel > RETARD_COURRIEL_S)
    return `Les courriels ne partent plus\u00a0: le plus ancien attend depuis ${dureeLisible(relais.retardCourriel)}.`
  const arrete = planifies.find(({ retard, borne }) => retard > borne)
  return arrete
    ? `Un travail répété ne se fait plus\u00a0: «\u00a0${LIBELLES_TRAVAUX[arrete.nom]}\u00a0», depuis ${dureeLisible(arrete.retard)}.`
    : null
}
