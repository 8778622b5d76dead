import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import { communeDInsee } from '#domain/structure/commune'
import { lireTerritoire, type RefusTerritoire, type TerritoireSaisi } from '#domain/structure/territoire'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'

type Saisi = { nom: string; communes: string }
type Vise = { id: string; version: number }
type Nomme = { nom: string }

const nomDe = (code: string) => communeDInsee(code)?.nom ?? code

const detailDe = ({ nom, codes }: TerritoireSaisi) => ({
  nom,
  communes: codes.map(nomDe).toSorted().join(', '),
})

/** One act on the territoires: right, one at a time so that neither a name nor a commune is taken twice, then all of it in one commit. */
async function surLesTerritoires<T>({ db }: Deps, agent: Agent, faire: (tx: Tx) => Promise<T>): Promise<T> {
  requireDroit(agent, 'campagne.regler')
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('territoire'))`
    return faire(tx)
  })
}

/** What is typed, as it may be kept: neither its name nor one of its communes is that of another territoire than `id`; null for a new one. */
async function aEcrire(tx: Tx, saisi: Saisi, id: string | null): Promise<Result<TerritoireSaisi, RefusTerritoire>> {
  const lu = lireTerritoire(saisi)
  if (!lu.ok) return lu
  const { nom, codes } = lu.value
  const [homonyme] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM territoire WHERE plier(nom) = plier(${nom})`
  if (homonyme && homonyme.id !== id) return no('NOM_PRIS')
  const ailleurs = await tx.territoireCommune.findMany({
    where: { codeInsee: { in: [...codes] }, ...(id !== null && { territoireId: { not: id } }) },
    orderBy: { codeInsee: 'asc' },
    select: { codeInsee: true, territoire: { select: { nom: true } } },
  })
  if (ailleurs.length === 0) return lu
  const dites = ailleurs.slice(0, 10).map(({ codeInsee, territoire }) => `${nomDe(codeInsee)} (${territoire.nom})`)
  return no('COMMUNE_AILLEURS', dites.join(', '))
}

const communesDe = (codes: readonly string[]) => ({ create: codes.map((codeInsee) => ({ codeInsee })) })

/** The territoire as it stands, at the version that was on the screen. Throws NotFound, Conflict. */
async function loadTerritoire(tx: Tx, { id, version }: Vise): Promise<TerritoireSaisi> {
  const territoire = await tx.territoire.findUnique({ where: { id }, include: { communes: true } })
  if (!territoire) throw new NotFound('territoire', id)
  if (territoire.version !== version) throw new Conflict('territoire', id)
  return { nom: territoire.nom, codes: territoire.communes.map(({ codeInsee }) => codeInsee) }
}

/** Draws a new territoire. A commune is in one at most: one that is elsewhere is refused, and where it is said. Throws Forbidden. */
export const creerTerritoire = (deps: Deps, agent: Agent, saisi: Saisi): Promise<Result<Nomme, RefusTerritoire>> =>
  surLesTerritoires(deps, agent, async (tx) => {
    const lu = await aEcrire(tx, saisi, null)
    if (!lu.ok) return lu
    const { nom, codes } = lu.value
    const le = deps.now()
    const { id } = await tx.territoire.create({
      data: { nom, creeLe: le, communes: communesDe(codes) },
      select: { id: true },
    })
    const detail = detailDe(lu.value)
    await writeJournal(tx, agent, { acte: 'creerTerritoire', objet: 'territoire', objetId: id, detail, le })
    return ok({ nom })
  })

/** Gives a territoire this name and these communes, in place of those it had. Throws Forbidden, NotFound, Conflict. */
export const modifierTerritoire = (
  deps: Deps,
  agent: Agent,
  { id, version, ...saisi }: Vise & Saisi,
): Promise<Result<Nomme, RefusTerritoire>> =>
  surLesTerritoires(deps, agent, async (tx) => {
    const avant = detailDe(await loadTerritoire(tx, { id, version }))
    const lu = await aEcrire(tx, saisi, id)
    if (!lu.ok) return lu
    const { nom, codes } = lu.value
    await tx.territoireCommune.deleteMany({ where: { territoireId: id } })
    await tx.territoire.update({
      where: { id },
      data: { nom, version: { increment: 1 }, communes: communesDe(codes) },
    })
    const detail = { ...detailDe(lu.value), nomAvant: avant.nom, communesAvant: avant.communes }
    const le = deps.now()
    await writeJournal(tx, agent, { acte: 'modifierTerritoire', objet: 'territoire', objetId: id, detail, le })
    return ok({ nom })
  })

/** Takes a territoire away: its communes are in none. Throws Forbidden, NotFound, Conflict. */
export const supprimerTerritoire = (deps: Deps, agent: Agent, vise: Vise): Promise<Nomme> =>
  surLesTerritoires(deps, agent, async (tx) => {
    const avant = await loadTerritoire(tx, vise)
    await tx.territoire.delete({ where: { id: vise.id } })
    const [detail, le] = [detailDe(avant), deps.now()]
    await writeJournal(tx, agent, { acte: 'supprimerTerritoire', objet: 'territoire', objetId: vise.id, detail, le })
    return { nom: avant.nom }
  })
