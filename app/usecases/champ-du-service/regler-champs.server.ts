import type { Agent } from '#domain/acces/droits'
import {
  type ChampDuService,
  lireChamp,
  type RefusChamp,
  type TypeDeChamp,
  unChampDePlus,
} from '#domain/champ-du-service/champ'
import { ok } from '#domain/result'
import type { Deps } from '#infra/deps'
import { champsDe } from '#infra/stores/champ-du-service/champ'
import type { Prisma } from '#prisma'
import { type Liste, type Suite, surLaListe, surUnElement, type Vue } from '#usecases/campagne/sur-une-liste'

type Ecrit = Prisma.ChampDuServiceUncheckedUpdateManyInput

const CHAMPS: Liste<ChampDuService, Ecrit> = {
  acte: 'reglerChamp',
  objet: 'champ-du-service',
  lire: champsDe,
  ecrire: (tx, where, data) => tx.champDuService.updateMany({ where, data: { ...data, version: { increment: 1 } } }),
}

type Vise = { code: string; champId: string; version: number }
type Saisie = { libelle: string; choix: readonly string[] }

/** Adds a field to a campagne, after the others. Throws NotFound, Forbidden. */
export const ajouterChamp = async (
  deps: Deps,
  agent: Agent,
  { code, ...saisie }: Saisie & { code: string; type: TypeDeChamp },
) =>
  surLaListe<ChampDuService, Ecrit, RefusChamp>(deps, agent, { code, liste: CHAMPS }, async (vue) => {
    const { tx, campagneId, tous, le } = vue
    const [place, lu] = [unChampDePlus(tous), lireChamp(saisie, tous)]
    if (!place.ok) return place
    if (!lu.ok) return lu
    const { libelle, type, choix } = lu.value
    const data = { libelle, type, choix: [...choix], campagneId, rang: tous.length, creeLe: le }
    await tx.champDuService.create({ data, select: { id: true } })
    return ok({ fait: 'AJOUTE', apres: libelle })
  })

const surUn = (
  deps: Deps,
  agent: Agent,
  { champId: id, ...vise }: Vise,
  decider: (un: ChampDuService, vue: Vue<ChampDuService>) => Suite<Ecrit, RefusChamp>,
) => surUnElement(deps, agent, { ...vise, id, liste: CHAMPS }, decider)

/** Names it otherwise, or changes its choices; what is written stays. Throws NotFound, Conflict, Forbidden. */
export const modifierChamp = (deps: Deps, agent: Agent, { libelle, choix, ...vise }: Vise & Saisie) =>
  surUn(deps, agent, vise, (un, { tous }) => {
    const autres = tous.filter(({ id }) => id !== un.id)
    const lu = lireChamp({ libelle, choix, type: un.type }, autres)
    if (!lu.ok) return lu
    const data = { libelle: lu.value.libelle, choix: [...lu.value.choix] }
    return ok({ data, detail: { fait: 'MODIFIE', avant: un.libelle, apres: lu.value.libelle } })
  })

/** Puts it away: what is written stays, and it is filled in no more. Throws NotFound, Conflict, Forbidden. */
export const archiverChamp = (deps: Deps, agent: Agent, vise: Vise) =>
  surUn(deps, agent, vise, ({ libelle }, { le }) =>
    ok({ data: { archiveLe: le }, detail: { fait: 'ARCHIVE', apres: libelle } }),
  )

/** Offers it again. Throws NotFound, Conflict, Forbidden. */
export const reprendreChamp = (deps: Deps, agent: Agent, vise: Vise) =>
  surUn(deps, agent, vise, ({ libelle }, { tous }) => {
    const place = unChampDePlus(tous)
    return place.ok ? ok({ data: { archiveLe: null }, detail: { fait: 'REPRIS', apres: libelle } }) : place
  })
