import type { Agent } from '#domain/acces/droits'
import { deplacer, type Ordre } from '#domain/etiquette/etiquette'
import { type CritereDeNotation, lireCritere, type RefusCritere, unCritereDePlus } from '#domain/notation/critere'
import { ok } from '#domain/result'
import type { Deps } from '#infra/deps'
import { criteresDe } from '#infra/stores/notation/notation'
import type { Prisma } from '#prisma'
import { type Liste, type Suite, surLaListe, surUnElement, type Vue } from '#usecases/campagne/sur-une-liste'

type Ecrit = Prisma.CritereDeNotationUncheckedUpdateManyInput

const CRITERES: Liste<CritereDeNotation, Ecrit> = {
  acte: 'reglerNotation',
  objet: 'critere-de-notation',
  lire: criteresDe,
  ecrire: (tx, where, data) => tx.critereDeNotation.updateMany({ where, data: { ...data, version: { increment: 1 } } }),
}

type Vise = { code: string; critereId: string; version: number }
type Saisie = { libelle: string; aide: string; maximum: string }

/** Adds a critère to the grille de notation of a campagne, after the others. Throws NotFound, Forbidden. */
export const ajouterCritere = async (deps: Deps, agent: Agent, { code, ...saisie }: Saisie & { code: string }) =>
  surLaListe<CritereDeNotation, Ecrit, RefusCritere>(deps, agent, { code, liste: CRITERES }, async (vue) => {
    const { tx, campagneId, tous, le } = vue
    const [place, lu] = [unCritereDePlus(tous), lireCritere(saisie, tous)]
    if (!place.ok) return place
    if (!lu.ok) return lu
    const data = { ...lu.value, campagneId, rang: tous.length, creeLe: le }
    await tx.critereDeNotation.create({ data, select: { id: true } })
    return ok({ fait: 'AJOUTE', apres: lu.value.libelle })
  })

const surUn = (
  deps: Deps,
  agent: Agent,
  { critereId: id, ...vise }: Vise,
  decider: (
    un: CritereDeNotation,
    vue: Vue<CritereDeNotation>,
  ) => Suite<Ecrit, RefusCritere> | Promise<Suite<Ecrit, RefusCritere>>,
) => surUnElement(deps, agent, { ...vise, id, liste: CRITERES }, decider)

/** Words it otherwise, or on another maximum, for the lectures to come; a note that was given keeps its words. Throws NotFound, Conflict, Forbidden. */
export const modifierCritere = (deps: Deps, agent: Agent, { libelle, aide, maximum, ...vise }: Vise & Saisie) =>
  surUn(deps, agent, vise, (un, { tous }) => {
    const autres = tous.filter(({ id }) => id !== un.id)
    const lu = lireCritere({ libelle, aide, maximum }, autres)
    if (!lu.ok) return lu
    return ok({ data: lu.value, detail: { fait: 'MODIFIE', avant: un.libelle, apres: lu.value.libelle } })
  })

/** Puts it away: the notes given on it stay, and it is asked no more. Throws NotFound, Conflict, Forbidden. */
export const archiverCritere = (deps: Deps, agent: Agent, vise: Vise) =>
  surUn(deps, agent, vise, ({ libelle }, { le }) =>
    ok({ data: { archiveLe: le }, detail: { fait: 'ARCHIVE', apres: libelle } }),
  )

/** Asks it again. Throws NotFound, Conflict, Forbidden. */
export const reprendreCritere = (deps: Deps, agent: Agent, vise: Vise) =>
  surUn(deps, agent, vise, ({ libelle }, { tous }) => {
    const place = unCritereDePlus(tous)
    return place.ok ? ok({ data: { archiveLe: null }, detail: { fait: 'REPRIS', apres: libelle } }) : place
  })

/** Moves it one place up or down among those of its campagne. Throws NotFound, Conflict, Forbidden. */
export const deplacerCritere = (deps: Deps, agent: Agent, { sens, ...vise }: Vise & { sens: Ordre }) =>
  surUn(deps, agent, vise, async (un, { tx, tous }) => {
    const ids = tous.map(({ id }) => id)
    for (const [rang, id] of deplacer(ids, un.id, sens).entries())
      await tx.critereDeNotation.updateMany({ where: { id }, data: { rang } })
    return ok({ data: {}, detail: { fait: 'DEPLACE', apres: un.libelle } })
  })
