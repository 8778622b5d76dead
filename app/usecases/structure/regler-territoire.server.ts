import { type Agent, requireDroit } from '#domain/acces/droits'
import { no, ok, type Result } from '#domain/result'
import { communeDInsee } from '#domain/structure/commune'
import { lireTerritoire, type RefusTerritoire } from '#domain/structure/territoire'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'

type Saisi = { nom: string; communes: string }
type Vise = { id: string; version: number }

const nomDe = (code: string) => communeDInsee(code)?.nom ?? code

const detailDe = ({ nom, codes }: { nom: string; codes: readonly string[] }) => ({
  nom,
  communes: codes.map(nomDe).toSorted().join(', '),
})

/** One territoire is written at a time, so that neither a name nor a commune is taken twice. */
const lockTerritoires = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('territoire'))`

/** What another territoire has already: the name, or some of the communes, each with where it is. */
async function prisParUnAutre(
  tx: Tx,
  { id, nom, codes }: { id: string | null; nom: string; codes: readonly string[] },
) {
  const [homonyme] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM territoire WHERE plier(nom) = plier(${nom})`
  if (homonyme && homonyme.id !== id) return no('NOM_PRIS')
  const ailleurs = await tx.territoireCommune.findMany({
    where: { codeInsee: { in: [...codes] }, ...(id !== null && { territoireId: { not: id } }) },
    orderBy: { codeInsee: 'asc' },
    select: { codeInsee: true, territoire: { select: { nom: true } } },
  })
  if (ailleurs.length === 0) return null
  const dites = ailleurs.slice(0, 10).map(({ codeInsee, territoire }) => `${nomDe(codeInsee)} (${territoire.nom})`)
  return no('COMMUNE_AILLEURS', dites.join(', '))
}

const communesDe = (codes: readonly string[]) => ({ create: codes.map((codeInsee) => ({ codeInsee })) })

/** Draws a new territoire. A commune is in one at most: one that is elsewhere is refused, and where it is said. Throws Forbidden. */
export async function creerTerritoire(
  { db, now }: Deps,
  agent: Agent,
  saisi: Saisi,
): Promise<Result<{ nom: string }, RefusTerritoire>> {
  requireDroit(agent, 'campagne.regler')
  const lu = lireTerritoire(saisi)
  if (!lu.ok) return lu
  const { nom, codes } = lu.value
  return db.$transaction(async (tx) => {
    await lockTerritoires(tx)
    const pris = await prisParUnAutre(tx, { id: null, nom, codes })
    if (pris) return pris
    const le = now()
    const { id } = await tx.territoire.create({
      data: { nom, creeLe: le, communes: communesDe(codes) },
      select: { id: true },
    })
    const detail = detailDe(lu.value)
    await writeJournal(tx, agent, { acte: 'creerTerritoire', objet: 'territoire', objetId: id, detail, le })
    return ok({ nom })
  })
}

/** The territoire as it stands, at the version that was on the screen. Throws NotFound, Conflict. */
async function loadTerritoire(tx: Tx, { id, version }: Vise) {
  const territoire = await tx.territoire.findUnique({ where: { id }, include: { communes: true } })
  if (!territoire) throw new NotFound('territoire', id)
  if (territoire.version !== version) throw new Conflict('territoire', id)
  return { nom: territoire.nom, codes: territoire.communes.map(({ codeInsee }) => codeInsee) }
}

/** Gives a territoire this name and these communes, in place of those it had. Throws Forbidden, NotFound, Conflict. */
export async function modifierTerritoire(
  { db, now }: Deps,
  agent: Agent,
  { id, version, ...saisi }: Vise & Saisi,
): Promise<Result<{ nom: string }, RefusTerritoire>> {
  requireDroit(agent, 'campagne.regler')
  const lu = lireTerritoire(saisi)
  if (!lu.ok) return lu
  const { nom, codes } = lu.value
  return db.$transaction(async (tx) => {
    await lockTerritoires(tx)
    const avant = detailDe(await loadTerritoire(tx, { id, version }))
    const pris = await prisParUnAutre(tx, { id, nom, codes })
    if (pris) return pris
    await tx.territoireCommune.deleteMany({ where: { territoireId: id } })
    await tx.territoire.update({
      where: { id },
      data: { nom, version: { increment: 1 }, communes: communesDe(codes) },
    })
    const apres = detailDe(lu.value)
    const detail = { ...apres, nomAvant: avant.nom, communesAvant: avant.communes }
    await writeJournal(tx, agent, { acte: 'modifierTerritoire', objet: 'territoire', objetId: id, detail, le: now() })
    return ok({ nom })
  })
}

/** Takes a territoire away: its communes are in none. Throws Forbidden, NotFound, Conflict. */
export async function supprimerTerritoire({ db, now }: Deps, agent: Agent, vise: Vise): Promise<{ nom: string }> {
  requireDroit(agent, 'campagne.regler')
  return db.$transaction(async (tx) => {
    await lockTerritoires(tx)
    const avant = await loadTerritoire(tx, vise)
    await tx.territoire.delete({ where: { id: vise.id } })
    const detail = detailDe(avant)
    await writeJournal(tx, agent, {
      acte: 'supprimerTerritoire',
      objet: 'territoire',
      objetId: vise.id,
      detail,
      le: now(),
    })
    return { nom: avant.nom }
  })
}
