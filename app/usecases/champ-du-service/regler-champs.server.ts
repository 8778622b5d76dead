import type { Agent } from '#domain/acces/droits'
import {
  type ChampDuService,
  lireChamp,
  type RefusChamp,
  renommer,
  type SaisieDeChamp,
  unChampDePlus,
} from '#domain/champ-du-service/champ'
import { ok } from '#domain/result'
import { cleDuLibelle } from '#domain/demande-en-ligne/questions-de-campagne'
import type { Tx } from '#infra/db'
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
/** What may change of a field that is made: what it holds stays what it was made. */
type Saisie = Omit<SaisieDeChamp, 'type'>

/** Adds a field to a campagne, after the others. Throws NotFound, Forbidden. */
export const ajouterChamp = async (deps: Deps, agent: Agent, { code, ...saisie }: SaisieDeChamp & { code: string }) =>
  surLaListe<ChampDuService, Ecrit, RefusChamp>(deps, agent, { code, liste: CHAMPS }, async (vue) => {
    const { tx, campagneId, tous, le } = vue
    const [place, lu] = [unChampDePlus(tous), lireChamp(saisie, tous)]
    if (!place.ok) return place
    if (!lu.ok) return lu
    const data = { ...lu.value, choix: [...lu.value.choix], campagneId, rang: tous.length, creeLe: le }
    await tx.champDuService.create({ data, select: { id: true } })
    return ok({ fait: 'AJOUTE', apres: lu.value.libelle, repond: lu.value.repond })
  })

const surUn = (
  deps: Deps,
  agent: Agent,
  { champId: id, ...vise }: Vise,
  decider: (
    un: ChampDuService,
    vue: Vue<ChampDuService>,
  ) => Suite<Ecrit, RefusChamp> | Promise<Suite<Ecrit, RefusChamp>>,
) => surUnElement(deps, agent, { ...vise, id, liste: CHAMPS }, decider)

/** Names it otherwise, changes its choices, who answers it or what explains it; what is written stays. Throws NotFound, Conflict, Forbidden. */
export const modifierChamp = (deps: Deps, agent: Agent, { code, champId, version, ...saisie }: Vise & Saisie) =>
  surUn(deps, agent, { code, champId, version }, async (un, { tx, tous }) => {
    const autres = tous.filter(({ id }) => id !== un.id)
    const lu = lireChamp({ ...saisie, type: un.type }, autres)
    if (!lu.ok) return lu
    const { libelle, choix, repond, aide } = lu.value
    const nomme = renommer(un, { libelle, repondu: libelle !== un.libelle && (await aEteRepondu(tx, un)) })
    if (!nomme.ok) return nomme
    const data = { libelle, choix: [...choix], repond, aide }
    return ok({ data, detail: { fait: 'MODIFIE', avant: un.libelle, apres: libelle, repond } })
  })

/** A form that a structure deposited bears an answer to it, or bore one: its words are kept there. */
async function aEteRepondu(tx: Tx, { id, libelle }: ChampDuService): Promise<boolean> {
  const [{ n } = { n: 0 }] = await tx.$queryRaw<{ n: number }[]>`
    SELECT 1 AS n FROM dossier d JOIN champ_du_service k ON k.campagne_id = d.campagne_id
    WHERE k.id = ${id}::uuid AND d.origine = 'EXTRANET' AND d.donnees ? ${cleDuLibelle(libelle)} LIMIT 1`
  return n > 0
}

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
