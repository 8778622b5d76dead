import { afterAll, beforeAll, expect, test } from 'vitest'
import { LIEN_A_LA_SORTIE } from '#domain/acces/compte'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { Conflict, NotFound } from '#infra/errors'
import { hashJeton } from '#infra/jeton'
import { jetonDAvis, motsASortir } from '#infra/stores/acces/lien-secret'
import { avisDuJeton } from '#infra/stores/avis-expert/avis-expert'
import { etatDuFait } from '#infra/stores/courriel/fait'
import { raconter } from '#libelles/journal/recit-journal'
import { avisExpertsDossier } from '#queries/avis-expert/avis-experts-dossier'
import { avisDemande, fichierDeLExpert } from '#queries/expert/avis-demande'
import { lireSuivi } from '#queries/extranet/dossier-suivi'
import { ownDb } from '#support/own-db'
import { demanderAvisExpert } from '#usecases/avis-expert/demander-avis-expert'
import { prolongerAvisExpert } from '#usecases/avis-expert/prolonger-avis-expert'
import { rappelerAvisExperts } from '#usecases/avis-expert/rappeler-avis-experts'
import { rendreAvisExpert } from '#usecases/avis-expert/rendre-avis-expert'
import { revoquerAvisExpert } from '#usecases/avis-expert/revoquer-avis-expert'
import { NOW, nothingWritten, unAgent, unDossier } from '../dossier/faits'

let own: Awaited<ReturnType<typeof ownDb>>
let agent: Agent
const deps = (now = NOW) => ({ db: own.db, now: () => now })
const a = (jour: string) => new Date(`${jour}T09:00:00Z`)

beforeAll(async () => {
  own = await ownDb()
  agent = await unAgent(own.db)
})
afterAll(() => own.drop())

const vise = async (dossierId: string) => {
  const { version } = await own.db.dossier.findUniqueOrThrow({ where: { id: dossierId }, select: { version: true } })
  return { dossierId, version }
}
const versionsDe = async (dossierId: string) =>
  (await own.db.pieceVersion.findMany({ where: { piece: { dossierId } }, orderBy: { nomFichier: 'asc' } })).map(
    ({ id }) => id,
  )
const SAISIE = {
  ...{ prenom: 'Odile', nom: 'Vasseur', courriel: 'odile.vasseur@exemple.test', confidentiel: false },
  ...{ question: 'Ce partenaire est-il connu de vous ?', jusquAu: '2025-05-28', pieces: [] as string[] },
}
const MOTS = 'Ce partenaire est sérieux et connu de nos services.'

async function demander(dossierId: string, change: Partial<typeof SAISIE> = {}, qui = agent) {
  return demanderAvisExpert(deps(), qui, { ...(await vise(dossierId)), ...SAISIE, ...change })
}
async function uneDemande(change: Partial<typeof SAISIE> & { toutes?: boolean } = {}) {
  const { id: dossierId } = await unDossier(own.db, { etat: 'EN_INSTRUCTION' })
  const [premiere = '', seconde = ''] = await versionsDe(dossierId)
  const answer = await demander(dossierId, { pieces: [premiere], ...change })
  if (!answer.ok) throw new Error(answer.reason)
  const { id } = await own.db.avisDExpert.findFirstOrThrow({ where: { dossierId } })
  return { dossierId, id, jeton: jetonDAvis(id), donnee: premiere, autre: seconde }
}
let places = 0
const rendre = (jeton: string, version = 0, now = NOW, mots = MOTS) =>
  rendreAvisExpert(deps(now), { jeton, version, avis: 'RESERVE', mots, ip: `192.0.2.${(places += 1)}` })
const actes = async (objetId: string) =>
  await own.db.entreeJournal.findMany({ where: { objetId, acte: { contains: 'AvisExpert' } }, orderBy: { id: 'asc' } })

test('is asked by who instructs, by a mail that gives the link as it leaves and never before', async () => {
  const { dossierId, id, jeton } = await uneDemande()
  const lue = await own.db.avisDExpert.findUniqueOrThrow({ where: { id } })
  expect([lue.jeton === hashJeton(jeton), JSON.stringify(lue).includes(jeton)]).toEqual([true, false])
  const mail = await own.db.courriel.findUniqueOrThrow({ where: { cleUnique: `avis-expert/${id}/DEMANDE` } })
  expect(mail).toMatchObject({
    modele: 'demande_avis',
    etat: 'A_ENVOYER',
    destinataire: SAISIE.courriel,
    dossierId: null,
  })
  expect([mail.texte.includes(LIEN_A_LA_SORTIE), mail.texte.includes(SAISIE.question)]).toEqual([true, false])
  expect(motsASortir(mail).texte).toContain(`/avis/${jeton}`)
  expect(await own.db.outboxJob.count({ where: { payload: { equals: { courrielId: mail.id } } } })).toBe(1)
  expect(await actes(dossierId)).toMatchObject([{ acte: 'demanderAvisExpert', acteurType: 'AGENT' }])
})

test('is asked of no dossier that is decided, by nobody who only reads, on nothing that was not seen', async () => {
  const { id: decide } = await unDossier(own.db, { etat: 'REFUSE' })
  expect(await nothingWritten(own.db, decide, () => demander(decide))).toMatchObject({ reason: 'DOSSIER_FERME' })
  const { id: ouvert } = await unDossier(own.db)
  const lecteur = await unAgent(own.db, 'LECTEUR')
  expect(await nothingWritten(own.db, ouvert, () => demander(ouvert, {}, lecteur))).toBeInstanceOf(Forbidden)
  const vieux = { ...(await vise(ouvert)), version: 7 }
  expect(
    await nothingWritten(own.db, ouvert, () => demanderAvisExpert(deps(), agent, { ...vieux, ...SAISIE })),
  ).toBeInstanceOf(Conflict)
})

test('gives no file of another dossier, nor one that the antivirus holds', async () => {
  const { id: ici } = await unDossier(own.db)
  const { id: ailleurs } = await unDossier(own.db)
  const pieces = (await versionsDe(ailleurs)).slice(0, 1)
  expect(await nothingWritten(own.db, ici, () => demander(ici, { pieces }))).toMatchObject({
    reason: 'PIECE_NON_OUVRABLE',
  })
  const [infectee = ''] = await versionsDe(ici)
  await own.db.pieceVersion.update({ where: { id: infectee }, data: { analyse: 'INFECTE' } })
  const avecElle = () => demander(ici, { pieces: [infectee] })
  expect(await nothingWritten(own.db, ici, avecElle)).toMatchObject({ reason: 'PIECE_NON_OUVRABLE' })
  const { fichiers } = await avisExpertsDossier(own.db, ici, { now: NOW, instruit: true })
  expect(fichiers.map(({ id }) => id)).not.toContain(infectee)
})

test('the link opens what was given, and nothing else of the dossier', async () => {
  const { id, jeton, donnee, autre } = await uneDemande()
  expect((await avisDuJeton(own.db, jeton, NOW)).id).toBe(id)
  const page = await avisDemande(own.db, id)
  expect(page.pieces.map((une) => une.id)).toEqual([donnee])
  expect(Object.keys(page.projet)).not.toContain('donnees')
  expect(await fichierDeLExpert(own.db, id, donnee)).toMatchObject({ analyse: 'NON_ANALYSE' })
  await expect(fichierDeLExpert(own.db, id, autre)).rejects.toThrow(NotFound)
  const ailleurs = await uneDemande()
  await expect(fichierDeLExpert(own.db, id, ailleurs.donnee)).rejects.toThrow(NotFound)
  await expect(avisDuJeton(own.db, `${jeton}x`, NOW)).rejects.toThrow(NotFound)
  await expect(avisDuJeton(own.db, hashJeton(jeton), NOW)).rejects.toThrow(NotFound)
})

test('is answered, then changed, until the last day; of two pages the older is told so', async () => {
  const { dossierId, id, jeton } = await uneDemande()
  expect(await rendre(jeton, 0, NOW, 'Non.')).toMatchObject({ reason: 'MOTS_TROP_COURTS' })
  expect(await rendre(jeton)).toMatchObject({ ok: true })
  expect(await rendre(jeton, 0)).toMatchObject({ reason: 'CHANGE_DEPUIS' })
  expect(await rendre(jeton, 1, a('2025-05-28'), `${MOTS} Je confirme.`)).toMatchObject({ ok: true })
  await expect(rendre(jeton, 2, a('2025-05-29'))).rejects.toThrow(NotFound)
  const [, premier, second] = await actes(dossierId)
  expect([premier, second]).toMatchObject([1, 2].map(() => ({ acte: 'rendreAvisExpert', acteurType: 'EXPERT', acteurId: id, acteur: 'Odile Vasseur' }))) // prettier-ignore
  expect(JSON.stringify(second?.detail)).not.toContain('confirme')
  const { demandes } = await avisExpertsDossier(own.db, dossierId, { now: NOW, instruit: false })
  expect(demandes[0]?.rendu).toMatchObject({ avis: 'RESERVE', mots: `${MOTS} Je confirme.` })
  const nouvelles = await own.db.nouvelle.findMany({ where: { agentId: agent.id, entreeId: second?.id ?? 0n } })
  expect(nouvelles).toHaveLength(1)
})

test('six answers at once from one link wait', async () => {
  const { jeton } = await uneDemande()
  for (let fois = 0; fois < 5; fois += 1) expect(await rendre(jeton, fois)).toMatchObject({ ok: true })
  expect(await rendre(jeton, 5)).toMatchObject({ reason: 'TROP_D_ESSAIS' })
})

test('a link that is taken back opens nothing at once, nor does that of a dossier that is voted', async () => {
  const { dossierId, id, jeton } = await uneDemande()
  const lecteur = await unAgent(own.db, 'LECTEUR')
  const revoquer = async (qui: Agent, avisId = id) =>
    revoquerAvisExpert(deps(), qui, { ...(await vise(dossierId)), avisId })
  await expect(revoquer(lecteur)).rejects.toThrow(Forbidden)
  await expect(revoquer(agent, (await uneDemande()).id)).rejects.toThrow(NotFound)
  const cleUnique = `avis-expert/${id}/DEMANDE`
  const mail = { modele: 'demande_avis', cleUnique, creeLe: NOW } as const
  expect(await etatDuFait(own.db, mail, NOW)).toMatchObject({ tient: true })
  expect(await revoquer(agent)).toMatchObject({ ok: true })
  await expect(avisDuJeton(own.db, jeton, NOW)).rejects.toThrow(NotFound)
  await expect(rendre(jeton)).rejects.toThrow(NotFound)
  expect(await etatDuFait(own.db, mail, NOW)).toMatchObject({ tient: false })
  expect(await revoquer(agent)).toMatchObject({ reason: 'REVOQUE' })
  const autre = await uneDemande()
  await own.db.dossier.update({ where: { id: autre.dossierId }, data: { etat: 'VOTE' } })
  await expect(rendre(autre.jeton)).rejects.toThrow(NotFound)
})

test('more time is given by the same link, and told to who has not answered', async () => {
  const { dossierId, id, jeton } = await uneDemande()
  const prolonger = async (jusquAu: string, now = NOW) =>
    prolongerAvisExpert(deps(now), agent, { ...(await vise(dossierId)), avisId: id, jusquAu })
  expect(await prolonger('2025-05-28')).toMatchObject({ reason: 'JOUR_DEJA_DONNE' })
  await expect(avisDuJeton(own.db, jeton, a('2025-05-30'))).rejects.toThrow(NotFound)
  expect(await prolonger('2025-06-10', a('2025-05-30'))).toMatchObject({ ok: true })
  expect((await avisDuJeton(own.db, jeton, a('2025-06-10'))).id).toBe(id)
  const mail = await own.db.courriel.findUniqueOrThrow({
    where: { cleUnique: `avis-expert/${id}/PROLONGATION/2025-06-10` },
  })
  expect(motsASortir(mail).texte).toContain(`/avis/${jeton}`)
})

test('is asked for again once, three days before, of who did not answer', async () => {
  await own.db.avisDExpert.deleteMany()
  const { dossierId, id, jeton } = await uneDemande()
  const rendue = await uneDemande()
  await rendre(rendue.jeton)
  const passer = (le: string) => rappelerAvisExperts(deps(a(le)))
  expect(await passer('2025-05-24')).toEqual({ rappels: 0 })
  expect(await Promise.all([passer('2025-05-25'), passer('2025-05-25')])).toContainEqual({ rappels: 1 })
  expect(await passer('2025-05-26')).toEqual({ rappels: 0 })
  const mails = await own.db.courriel.findMany({ where: { cleUnique: { startsWith: `avis-expert/${id}/` } }, orderBy: { creeLe: 'asc' } }) // prettier-ignore
  expect(mails.map(({ etat, cleUnique }) => [etat, cleUnique.split('/')[2]])).toEqual([
    ['A_ENVOYER', 'DEMANDE'],
    ['A_ENVOYER', 'RAPPEL'],
  ])
  expect(mails.map((mail) => motsASortir(mail).texte.includes(`/avis/${jeton}`))).toEqual([true, true])
  expect((await actes(dossierId)).map(({ acte }) => acte)).toEqual(['demanderAvisExpert', 'rappelerAvisExpert'])
  expect(await own.db.courriel.count({ where: { cleUnique: { endsWith: 'RAPPEL' } } })).toBe(1)
})

test('a confidential avis is read by who instructs alone, and the journal does not say its sense', async () => {
  const { dossierId, jeton } = await uneDemande({ confidentiel: true })
  await rendre(jeton)
  const lu = async (instruit: boolean) =>
    (await avisExpertsDossier(own.db, dossierId, { now: NOW, instruit })).demandes[0]
  expect((await lu(true))?.rendu).toMatchObject({ avis: 'RESERVE', mots: MOTS })
  expect(await lu(false)).toMatchObject({ cache: true, rendu: null })
  expect(JSON.stringify(await lu(false))).not.toContain(MOTS)
  const [, entree] = await actes(dossierId)
  expect(entree?.detail).toEqual({})
  expect(raconter(entree ?? { acte: '', detail: {} }).precisions).toEqual(['confidentiel'])
})

test('nothing of it is read by the structure, mails that left included', async () => {
  const { dossierId, jeton } = await uneDemande()
  await rendre(jeton)
  await own.db.courriel.updateMany({ where: { modele: 'demande_avis' }, data: { envoyeLe: NOW, etat: 'ENVOYE' } })
  const suivi = await lireSuivi(own.db, { id: dossierId, role: 'REPRESENTANT_LEGAL', now: NOW })
  const dit = JSON.stringify(suivi, (_, valeur: unknown) => (typeof valeur === 'bigint' ? String(valeur) : valeur))
  for (const mot of ['Vasseur', SAISIE.courriel, SAISIE.question, MOTS, 'RESERVE', jeton])
    expect(dit).not.toContain(mot)
  expect(suivi.courriels).toEqual([])
})
