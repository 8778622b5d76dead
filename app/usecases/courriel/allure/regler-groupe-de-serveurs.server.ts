import { type Agent, requireDroit } from '#domain/acces/droits'
import { type GroupeSaisi, lireGroupe, type RefusGroupe } from '#domain/courriel/groupe-de-serveurs'
import { no, ok, type Result } from '#domain/result'
import type { Tx } from '#infra/db'
import type { Deps } from '#infra/deps'
import { Conflict, NotFound } from '#infra/errors'
import { writeJournal } from '#infra/journal'
import { allureDite } from '#libelles/courriel/groupe-de-serveurs'

type Saisi = { nom: string; domaines: string; simultanes: string; parHeure: string }
type Vise = { id: string; version: number }
type Nomme = { nom: string }

const detailDe = ({ nom, domaines, simultanes, parHeure }: GroupeSaisi) => ({
  ...{ nom, simultanes, parHeure },
  domaines: domaines.toSorted().join(', '),
})

/** One act on the groups: right, one at a time so that neither a name nor a domain is taken twice, then all of it in one commit. */
async function surLesGroupes<T>({ db }: Deps, agent: Agent, faire: (tx: Tx) => Promise<T>): Promise<T> {
  requireDroit(agent, 'envois.regler')
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('groupe_de_serveurs'))`
    return faire(tx)
  })
}

/** What is typed, as it may be kept: neither its name nor one of its domains is that of another group than `id`; null for a new one. */
async function aEcrire(tx: Tx, saisi: Saisi, id: string | null): Promise<Result<GroupeSaisi, RefusGroupe>> {
  const lu = lireGroupe(saisi)
  if (!lu.ok) return lu
  const { nom, domaines } = lu.value
  const [homonyme] = await tx.$queryRaw<
    { id: string }[]
  >`SELECT id FROM groupe_de_serveurs WHERE lower(nom) = lower(${nom})`
  if (homonyme && homonyme.id !== id) return no('NOM_PRIS')
  const ailleurs = await tx.domaineDeGroupe.findMany({
    where: { domaine: { in: [...domaines] }, ...(id !== null && { groupeId: { not: id } }) },
    orderBy: { domaine: 'asc' },
    select: { domaine: true, groupe: { select: { nom: true } } },
  })
  if (ailleurs.length === 0) return lu
  return no('DOMAINE_AILLEURS', ailleurs.map(({ domaine, groupe }) => `${domaine} (${groupe.nom})`).join(', '))
}

const domainesDe = (domaines: readonly string[]) => ({ create: domaines.map((domaine) => ({ domaine })) })

/** The group as it stands, at the version that was on the screen. Throws NotFound, Conflict. */
async function loadGroupe(tx: Tx, { id, version }: Vise): Promise<GroupeSaisi> {
  const groupe = await tx.groupeDeServeurs.findUnique({ where: { id }, include: { domaines: true } })
  if (!groupe) throw new NotFound('envois', id)
  if (groupe.version !== version) throw new Conflict('envois', id)
  const { nom, simultanes, parHeure } = groupe
  return { nom, simultanes, parHeure, domaines: groupe.domaines.map(({ domaine }) => domaine) }
}

const OBJET = { objet: 'envois', objetId: 'envois' } as const

/** Bounds what is sent at once to these servers from now on. A domain that is in another group is refused, and where it is said. Throws Forbidden. */
export const creerGroupeDeServeurs = (deps: Deps, agent: Agent, saisi: Saisi): Promise<Result<Nomme, RefusGroupe>> =>
  surLesGroupes(deps, agent, async (tx) => {
    const lu = await aEcrire(tx, saisi, null)
    if (!lu.ok) return lu
    const { nom, simultanes, parHeure, domaines } = lu.value
    const le = deps.now()
    await tx.groupeDeServeurs.create({
      data: { nom, simultanes, parHeure, creeLe: le, domaines: domainesDe(domaines) },
      select: { id: true },
    })
    await writeJournal(tx, agent, { acte: 'creerGroupeDeServeurs', ...OBJET, detail: detailDe(lu.value), le })
    return ok({ nom })
  })

/** Gives a group this name, these domains and this pace, in place of those it had; what is on its way goes on. Throws Forbidden, NotFound, Conflict. */
export const modifierGroupeDeServeurs = (
  deps: Deps,
  agent: Agent,
  { id, version, ...saisi }: Vise & Saisi,
): Promise<Result<Nomme, RefusGroupe>> =>
  surLesGroupes(deps, agent, async (tx) => {
    const avant = detailDe(await loadGroupe(tx, { id, version }))
    const lu = await aEcrire(tx, saisi, id)
    if (!lu.ok) return lu
    const { nom, simultanes, parHeure, domaines } = lu.value
    await tx.domaineDeGroupe.deleteMany({ where: { groupeId: id } })
    await tx.groupeDeServeurs.update({
      where: { id },
      data: { nom, simultanes, parHeure, version: { increment: 1 }, domaines: domainesDe(domaines) },
      select: { id: true },
    })
    const detail = { ...detailDe(lu.value), avant: `${avant.nom} (${avant.domaines}), ${allureDite(avant)}` }
    await writeJournal(tx, agent, { acte: 'modifierGroupeDeServeurs', ...OBJET, detail, le: deps.now() })
    return ok({ nom })
  })

/** Takes a group away: its domains are bounded no more, and what waits for its turn goes within a minute. Throws Forbidden, NotFound, Conflict. */
export const supprimerGroupeDeServeurs = (deps: Deps, agent: Agent, vise: Vise): Promise<Nomme> =>
  surLesGroupes(deps, agent, async (tx) => {
    const avant = await loadGroupe(tx, vise)
    await tx.groupeDeServeurs.delete({ where: { id: vise.id }, select: { id: true } })
    const [detail, le] = [detailDe(avant), deps.now()]
    await writeJournal(tx, agent, { acte: 'supprimerGroupeDeServeurs', ...OBJET, detail, le })
    return { nom: avant.nom }
  })
