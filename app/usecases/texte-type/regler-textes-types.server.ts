import { type Agent, requireDroit } from '#domain/acces/droits'
import type { ActeJournal } from '#domain/journal/entree'
import { no, ok, type Result } from '#domain/result'
import { lireTexteType, type RefusTexteType, type TexteSaisi, type UsageTexte } from '#domain/texte-type/texte-type'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { campagneARegler } from '#infra/stores/campagne/version-exigences'

type Vise = { id: string; version: number }
type Nomme = { nom: string }
type Tenu = { tx: Tx; le: Date }
type Place = { usage: UsageTexte; campagneId: string | null; nom: string }

/** One act on the ready words: right, one at a time so that no name is taken twice, then all of it in one commit. */
async function surLesTextes<T>({ db, now }: Deps, agent: Agent, faire: (tenu: Tenu) => Promise<T>): Promise<T> {
  requireDroit(agent, 'campagne.regler')
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('texte_type'))`
    return faire({ tx, le: now() })
  })
}

/** Of those offered in one place, does another than `id` bear this name? */
async function estPris(tx: Tx, { usage, campagneId, nom }: Place, id: string | null): Promise<boolean> {
  const homonymes = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM texte_type WHERE retire_le IS NULL AND usage = ${usage}::"UsageTexte" AND plier(nom) = plier(${nom})
      AND campagne_id IS NOT DISTINCT FROM ${campagneId}::uuid`
  return homonymes.some((un) => un.id !== id)
}

type Ecrit = Place & { corps: string }

/** What is typed, as it may be kept in its place. */
async function aEcrire(
  tx: Tx,
  usage: UsageTexte,
  saisi: TexteSaisi,
  id: string | null,
): Promise<Result<Ecrit, RefusTexteType>> {
  const lu = lireTexteType(usage, saisi)
  if (!lu.ok) return lu
  const campagneId = saisi.campagne === '' ? ok(null) : await campagneVisee(tx, saisi.campagne)
  if (!campagneId.ok) return campagneId
  const ecrit = { ...lu.value, usage, campagneId: campagneId.value }
  return (await estPris(tx, ecrit, id)) ? no('NOM_PRIS') : ok(ecrit)
}

async function campagneVisee(tx: Tx, code: string): Promise<Result<string, RefusTexteType>> {
  if (!(await tx.campagne.findUnique({ where: { code }, select: { id: true } }))) return no('CAMPAGNE_INCONNUE')
  const visee = await campagneARegler(tx, code)
  return visee.ok ? ok(visee.value.id) : visee
}

/** The words as they stand, at the version that was on the screen. Throws NotFound, Conflict. */
async function loadTexte(tx: Tx, { id, version }: Vise) {
  const texte = await tx.texteType.findUnique({ where: { id }, include: { campagne: { select: { code: true } } } })
  if (!texte) throw new NotFound('texte-type', id)
  if (texte.version !== version) throw new Conflict('texte-type', id)
  return { ...texte, campagne: texte.campagne?.code ?? '' }
}

const garderVersion = (
  tx: Tx,
  agent: Agent,
  version: Nomme & { texteId: string; numero: number; corps: string; creeLe: Date },
) =>
  tx.versionTexteType.create({
    data: { ...version, agentId: agent.id, agent: `${agent.prenom} ${agent.nom}` },
    select: { numero: true },
  })

/** Adds words to those that are found ready. Throws Forbidden. */
export const ecrireTexteType = (
  deps: Deps,
  agent: Agent,
  { usage, ...saisi }: TexteSaisi & { usage: UsageTexte },
): Promise<Result<Nomme, RefusTexteType>> =>
  surLesTextes(deps, agent, async ({ tx, le }) => {
    const lu = await aEcrire(tx, usage, saisi, null)
    if (!lu.ok) return lu
    const { nom, corps } = lu.value
    const { id } = await tx.texteType.create({ data: { ...lu.value, creeLe: le }, select: { id: true } })
    await garderVersion(tx, agent, { texteId: id, numero: 1, nom, corps, creeLe: le })
    const detail = { usage, nom, corps, campagne: saisi.campagne }
    await writeJournal(tx, agent, { acte: 'ecrireTexteType', objet: 'texte-type', objetId: id, detail, le })
    return ok({ nom })
  })

/**
 * Gives ready words another name, other words or another campagne; what was written from them stays as it is, and each version is kept.
 * Throws Forbidden, NotFound, Conflict.
 */
export const modifierTexteType = (
  deps: Deps,
  agent: Agent,
  { id, version, ...saisi }: Vise & TexteSaisi,
): Promise<Result<Nomme, RefusTexteType>> =>
  surLesTextes(deps, agent, async ({ tx, le }) => {
    const avant = await loadTexte(tx, { id, version })
    if (avant.retireLe) return no('RETIRE')
    const lu = await aEcrire(tx, avant.usage, saisi, id)
    if (!lu.ok) return lu
    const { nom, corps, campagneId } = lu.value
    if (nom === avant.nom && corps === avant.corps && campagneId === avant.campagneId) return no('RIEN_N_A_CHANGE')
    const numero = version + 1
    await tx.texteType.update({
      where: { id },
      data: { nom, corps, campagneId, version: numero },
      select: { id: true },
    })
    await garderVersion(tx, agent, { texteId: id, numero, nom, corps, creeLe: le })
    const anciens = { nomAvant: avant.nom, corpsAvant: avant.corps, campagneAvant: avant.campagne }
    const detail = { usage: avant.usage, nom, corps, campagne: saisi.campagne, ...anciens }
    await writeJournal(tx, agent, { acte: 'modifierTexteType', objet: 'texte-type', objetId: id, detail, le })
    return ok({ nom })
  })

type Offre = { acte: Extract<ActeJournal, 'retirerTexteType' | 'remettreTexteType'>; offert: boolean }

const offrir = (
  deps: Deps,
  agent: Agent,
  vise: Vise,
  { acte, offert }: Offre,
): Promise<Result<Nomme, RefusTexteType>> =>
  surLesTextes(deps, agent, async ({ tx, le }) => {
    const { id, usage, nom, campagneId, campagne, retireLe } = await loadTexte(tx, vise)
    if (offert === (retireLe === null)) return no('RIEN_N_A_CHANGE')
    if (offert && (await estPris(tx, { usage, campagneId, nom }, id))) return no('NOM_PRIS')
    const data = { retireLe: offert ? null : le, version: { increment: 1 } }
    await tx.texteType.update({ where: { id }, data, select: { id: true } })
    const detail = { usage, nom, campagne }
    await writeJournal(tx, agent, { acte, objet: 'texte-type', objetId: id, detail, le })
    return ok({ nom })
  })

/** Offers these words no more: what was written from them stays. Throws Forbidden, NotFound, Conflict. */
export const retirerTexteType = (deps: Deps, agent: Agent, vise: Vise) =>
  offrir(deps, agent, vise, { acte: 'retirerTexteType', offert: false })

/** Offers again words that were retired, unless others took their name meanwhile. Throws Forbidden, NotFound, Conflict. */
export const remettreTexteType = (deps: Deps, agent: Agent, vise: Vise) =>
  offrir(deps, agent, vise, { acte: 'remettreTexteType', offert: true })
