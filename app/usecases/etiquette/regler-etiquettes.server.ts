import type { Agent } from '#domain/acces/droits'
import {
  type CouleurEtiquette,
  deplacer,
  type Etiquette,
  lireEtiquette,
  type Ordre,
  type RefusEtiquette,
  uneDePlus,
} from '#domain/etiquette/etiquette'
import { ok } from '#domain/result'
import type { Deps } from '#infra/deps'
import { etiquettesDe } from '#infra/stores/etiquette/etiquette'
import type { Prisma } from '#prisma'
import { type Liste, type Suite, surLaListe, surUnElement, type Vue } from '#usecases/campagne/sur-une-liste'

type Visee = { code: string; etiquetteId: string; version: number }
type Saisie = { nom: string; couleur: CouleurEtiquette }

type Ecrit = Prisma.EtiquetteUncheckedUpdateManyInput

const ETIQUETTES: Liste<Etiquette, Ecrit> = {
  acte: 'reglerEtiquette',
  objet: 'etiquette',
  lire: etiquettesDe,
  ecrire: (tx, where, data) => tx.etiquette.updateMany({ where, data: { ...data, version: { increment: 1 } } }),
}

/** Adds an étiquette to a campagne, after the others. Throws NotFound, Forbidden. */
export const ajouterEtiquette = (deps: Deps, agent: Agent, { code, ...saisie }: Saisie & { code: string }) =>
  surLaListe<Etiquette, Ecrit, RefusEtiquette>(deps, agent, { code, liste: ETIQUETTES }, async (vue) => {
    const { tx, campagneId, tous, le } = vue
    const [place, lue] = [uneDePlus(tous), lireEtiquette(saisie, tous)]
    if (!place.ok) return place
    if (!lue.ok) return lue
    const data = { ...lue.value, campagneId, rang: tous.length, creeLe: le }
    await tx.etiquette.create({ data, select: { id: true } })
    return ok({ fait: 'AJOUTEE', apres: lue.value.nom })
  })

const surUne = (
  deps: Deps,
  agent: Agent,
  { etiquetteId: id, ...visee }: Visee,
  decider: (
    une: Etiquette,
    vue: Vue<Etiquette>,
  ) => Suite<Ecrit, RefusEtiquette> | Promise<Suite<Ecrit, RefusEtiquette>>,
) => surUnElement(deps, agent, { ...visee, id, liste: ETIQUETTES }, decider)

/** Names it otherwise, or in another colour, on every dossier where it is. Throws NotFound, Conflict, Forbidden. */
export const modifierEtiquette = (deps: Deps, agent: Agent, { nom, couleur, ...visee }: Visee & Saisie) =>
  surUne(deps, agent, visee, (une, { tous }) => {
    const autres = tous.filter(({ id }) => id !== une.id)
    const lue = lireEtiquette({ nom, couleur }, autres)
    if (!lue.ok) return lue
    return ok({ data: lue.value, detail: { fait: 'MODIFIEE', avant: une.nom, apres: lue.value.nom } })
  })

/** Puts it away: it stays on the dossiers where it is, and is offered no more. Throws NotFound, Conflict, Forbidden. */
export const archiverEtiquette = (deps: Deps, agent: Agent, visee: Visee) =>
  surUne(deps, agent, visee, ({ nom }, { le }) =>
    ok({ data: { archiveeLe: le }, detail: { fait: 'ARCHIVEE', apres: nom } }),
  )

/** Offers it again. Throws NotFound, Conflict, Forbidden. */
export const reprendreEtiquette = (deps: Deps, agent: Agent, visee: Visee) =>
  surUne(deps, agent, visee, ({ nom }, { tous }) => {
    const place = uneDePlus(tous)
    return place.ok ? ok({ data: { archiveeLe: null }, detail: { fait: 'REPRISE', apres: nom } }) : place
  })

/** Moves it one place up or down among those of its campagne. Throws NotFound, Conflict, Forbidden. */
export const deplacerEtiquette = (deps: Deps, agent: Agent, { sens, ...visee }: Visee & { sens: Ordre }) =>
  surUne(deps, agent, visee, async (une, { tx, tous }) => {
    const ids = tous.map(({ id }) => id)
    for (const [rang, id] of deplacer(ids, une.id, sens).entries())
      await tx.etiquette.updateMany({ where: { id }, data: { rang } })
    return ok({ data: {}, detail: { fait: 'DEPLACEE', apres: une.nom } })
  })
