import { afterAll, beforeAll, expect, test } from 'vitest'
import { diskStorage } from '#infra/storage'
import { fichiersJoints } from '#queries/courriel/fichiers-joints'
import { lettreDossier } from '#queries/dossier/lettre-dossier'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { refuserDossier } from '#usecases/dossier/refuser-dossier'
import { ownDb } from '#support/own-db'
import { motsDuPdf } from '#support/documents'
import { VOTE } from '#support/vote'
import { deliberer, rendreExecutoire } from '#usecases/seance/deliberer'
import { notifierDossier } from '#usecases/seance/notifier-dossier'
import { APRES, seancesDans } from '../seance/faits-seance'
import { NOW, unAgent, unDossier, uneCampagne } from './faits'

let own: Awaited<ReturnType<typeof ownDb>>
beforeAll(async () => {
  own = await ownDb()
})
afterAll(() => own.drop())

const deps = () => ({ db: own.db, now: () => NOW, storage: diskStorage(own.dataDir) })

const SIGNATAIRE = { prenom: 'Jeanne', nom: 'Martin', qualite: 'directrice, par délégation' }

/** A dossier that its campagne lets be signed, and who decides on it. */
async function aDecider() {
  const chef = await unAgent(own.db, 'RESPONSABLE', 'Paul')
  const lecteur = await unAgent(own.db, 'LECTEUR', 'Inès')
  const { id: campagneId } = await uneCampagne(own.db, { reglages: { signataire: SIGNATAIRE } })
  const dossier = await unDossier(own.db, { etat: 'EN_INSTRUCTION', campagneId })
  return { chef, lecteur, ...dossier }
}

test('the letter of a grant says its amount in figures and letters, who decided and who signs, and is the same each time', async () => {
  const { chef, lecteur, id, version } = await aDecider()
  expect(await lettreDossier(deps(), lecteur, { dossierId: id })).toMatchObject({
    ok: false,
    reason: 'PAS_DE_DECISION',
  })
  expect((await accorderDossier(deps(), chef, { vote: VOTE, dossierId: id, version, montantCents: 450_000n })).ok).toBe(
    true,
  )

  const lettre = await lettreDossier(deps(), lecteur, { dossierId: id })
  if (!lettre.ok) throw new Error(lettre.detail)
  const mots = await motsDuPdf(lettre.value)
  expect(mots).toContain('4 500,00 € (quatre mille cinq cents euros)')
  expect(mots).toContain('Paul Essai')
  expect(mots).toContain('Jeanne Martin')
  expect(mots).toContain('13 mai 2025')
  expect(mots).toContain('Télérecours citoyens')
  expect(await lettreDossier(deps(), lecteur, { dossierId: id })).toEqual(lettre)
})

test('the letter of a refusal says its ground; without whom to sign it there is none, and the officer knows why', async () => {
  const { chef, id, version, campagneId } = await aDecider()
  const refus = { motif: 'CREDITS_EPUISES', precision: 'L’enveloppe est entièrement engagée.' }
  expect((await refuserDossier(deps(), chef, { vote: VOTE, dossierId: id, version, ...refus })).ok).toBe(true)
  const lettre = await lettreDossier(deps(), chef, { dossierId: id })
  if (!lettre.ok) throw new Error(lettre.detail)
  expect(await motsDuPdf(lettre.value)).toContain('L’enveloppe est entièrement engagée.')

  await own.db.campagne.update({ where: { id: campagneId }, data: { reglages: {} } })
  const sans = await lettreDossier(deps(), chef, { dossierId: id })
  expect(sans).toMatchObject({ ok: false, reason: 'SANS_SIGNATAIRE' })
  expect(sans.ok ? '' : sans.detail).toContain('complétez le signataire')
})

test('the mail of a decision says that its letter is joined where it is, and only there', async () => {
  for (const signataire of [SIGNATAIRE, undefined]) {
    const chef = await unAgent(own.db, 'RESPONSABLE', 'Paul')
    const { id: campagneId } = await uneCampagne(own.db, { reglages: signataire ? { signataire } : {} })
    const { id, version } = await unDossier(own.db, { etat: 'EN_INSTRUCTION', campagneId })
    await accorderDossier(deps(), chef, { vote: VOTE, dossierId: id, version, montantCents: 450_000n })
    const courriel = await own.db.courriel.findFirstOrThrow({ where: { dossierId: id } })
    const joints = await fichiersJoints(deps(), courriel)
    expect(courriel.texte.includes('jointe à ce message')).toBe(joints?.length === 1)
    expect(joints).toHaveLength(signataire ? 1 : 0)
  }
})

test('what a séance voted has no letter until it is told; then it bears its délibération and the name of whom signs letters', async () => {
  const monde = await seancesDans(own.db)
  const signataireLettres = { prenom: 'Hélène', nom: 'Caron', qualite: 'Pour le Président et par délégation' }
  const { id: campagneId } = await uneCampagne(own.db, {
    reglages: { signataire: SIGNATAIRE, signataireLettres, lettreAccord: 'Le Département vous félicite.' },
  })
  const dossierId = await monde.unPropose(campagneId)
  const { seanceId, lignes } = await monde.uneListe(dossierId)
  await monde.voter(lignes[0])
  monde.horloge.now = APRES
  await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le: '2025-06-16' })
  await rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe: '2025-06-19' })
  expect(await lettreDossier(deps(), monde.chef, { dossierId })).toMatchObject({ reason: 'PAS_DE_DECISION' })
  expect(await monde.relire(seanceId)).toMatchObject({ ok: true })
  const { version } = await monde.dossierDe(dossierId)
  expect(await notifierDossier(monde.deps, monde.chef, { dossierId, version })).toMatchObject({ ok: true })

  const lettre = await lettreDossier(deps(), monde.chef, { dossierId })
  if (!lettre.ok) throw new Error(lettre.detail)
  const mots = await motsDuPdf(lettre.value)
  expect(mots).toContain('le 16 juin 2025 (délibération n° 2025-001)')
  expect(mots).toContain('Pour le Président et par délégation')
  expect(mots).toContain('Hélène Caron')
  expect(mots).toContain('Le Département vous félicite.')
  expect(mots).not.toContain('Jeanne Martin')
})
