import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { jourDeParis } from '#domain/temps/jour'
import { suiviDeSeance } from '#queries/seance/suivi'
import { aNotifier, pageSeance } from '#queries/seance/page-seance'
import { repetitionDeSeance } from '#queries/seance/repetition'
import { agregatsRapport } from '#queries/rapport/agregats-rapport'
import { rowsDossiers } from '#queries/rapport/rows-rapport'
import { ownDb } from '#support/own-db'
import { accorderDossier } from '#usecases/dossier/accorder-dossier'
import { rouvrirDecision } from '#usecases/dossier/rouvrir-decision'
import { proposerMontant } from '#usecases/proposition/proposer-montant'
import { cloreListe } from '#usecases/seance/clore-liste'
import { inscrireDossier } from '#usecases/seance/composer-liste'
import { deliberer, rendreExecutoire } from '#usecases/seance/deliberer'
import { demanderLettres } from '#usecases/seance/dessiner-lettres'
import { notifierDossier } from '#usecases/seance/notifier-dossier'
import { creerSeance } from '#usecases/seance/regler-seance'
import { NOW, SIGNATAIRE, uneCampagne } from '../dossier/faits'
import { APRES, PRECISION, seancesDans } from './faits-seance'

let own: Awaited<ReturnType<typeof ownDb>>
let monde: Awaited<ReturnType<typeof seancesDans>>
beforeAll(async () => {
  own = await ownDb()
  monde = await seancesDans(own.db)
})
beforeEach(() => {
  monde.horloge.now = NOW
})
afterAll(() => own.drop())

const MOTIF = 'Montant voté différent du montant saisi.'
const a = async (dossierId: string) => ({ dossierId, version: (await monde.dossierDe(dossierId)).version })
const delibererLe = async (seanceId: string, le: string) =>
  deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le })
const executoireDes = async (seanceId: string, executoireLe: string) =>
  rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe })
const notifier = async (dossierId: string) => notifierDossier(monde.deps, monde.chef, await a(dossierId))
const rouvrir = async (dossierId: string) =>
  rouvrirDecision(monde.deps, monde.chef, { ...(await a(dossierId)), motif: MOTIF, avertissementLu: true })

/** What the report says of a campagne: what is voted and engaged, on the row of its one dossier and in its sums. */
const chiffresDe = (campagneCode: string) =>
  own.db.$transaction(async (tx) => {
    const { value: row } = await rowsDossiers(tx, { campagneCode }).next()
    const { agregats } = await agregatsRapport(tx, { campagneCode })
    const somme = agregats.find(({ coupe, cle }) => coupe === 'campagne' && cle === campagneCode)
    return {
      voteCents: [row?.montantVoteCents, somme?.voteCents],
      engageCents: [row?.montantEngageCents, somme?.engageCents],
    }
  })

/** Another séance, whose list takes this dossier with another amount proposed, and which votes it. */
async function autreSeance(dossierId: string, montantCents: bigint) {
  const jour = jourDeParis(monde.horloge.now)
  await proposerMontant(monde.deps, monde.agent, {
    ...(await a(dossierId)),
    ...{ avis: 'FAVORABLE', montant: { base: 'FIXE', montantCents }, motif: PRECISION },
  })
  const creee = await creerSeance(monde.deps, monde.agent, { jour, cloture: jour, intitule: 'Seconde' })
  if (!creee.ok) throw new Error(creee.reason)
  const { id } = creee.value
  expect(await inscrireDossier(monde.deps, monde.agent, { seanceId: id, ...(await a(dossierId)) })).toMatchObject({
    ok: true,
  })
  await cloreListe(monde.deps, monde.agent, await monde.vise(id))
  const [ligne] = (await pageSeance(own.db, monde.chef, { id, now: monde.horloge.now })).lignes
  expect(await monde.voter(ligne?.id, { precision: PRECISION })).toMatchObject({ ok: true })
  return id
}

const RIEN_D_ENGAGE = [null, 0n]

test('what is reopened is over: nothing of its vote is told or engaged, until the next vote is in force and told', async () => {
  const { id: campagneId, code } = await uneCampagne(own.db, { reglages: { signataire: SIGNATAIRE } })
  const dossierId = await monde.unPropose(campagneId)
  const { seanceId, lignes } = await monde.uneListe(dossierId)
  await monde.voter(lignes[0])
  monde.horloge.now = APRES
  await delibererLe(seanceId, '2025-06-16')
  expect(await chiffresDe(code)).toEqual({ voteCents: [450_000n, 450_000n], engageCents: RIEN_D_ENGAGE })
  await executoireDes(seanceId, '2025-06-19')
  expect((await chiffresDe(code)).engageCents).toEqual([450_000n, 450_000n])
  await monde.relire(seanceId)
  expect(await notifier(dossierId)).toMatchObject({ ok: true })
  expect((await chiffresDe(code)).engageCents).toEqual([450_000n, 450_000n])

  monde.horloge.now = new Date('2025-06-24T08:00:00Z')
  expect(await rouvrir(dossierId)).toMatchObject({ ok: true })
  expect(await chiffresDe(code)).toEqual({ voteCents: [null, 0n], engageCents: RIEN_D_ENGAGE })
  const { numero } = await monde.dossierDe(dossierId)
  const tableau = await suiviDeSeance(own.db, seanceId)
  expect(tableau).toMatchObject({ total: 0, groupes: [], reglees: [], rouvertes: [{ numero, montantCents: 450_000n }] })
  const repetee = () => repetitionDeSeance(own.db, monde.agent, { id: seanceId, voir: null, now: monde.horloge.now })
  expect(await repetee()).toMatchObject({ total: 0, lettres: { total: 0 } })

  const seconde = await autreSeance(dossierId, 300_000n)
  expect(await monde.dossierDe(dossierId)).toMatchObject({ etat: 'VOTE', montantAccordeCents: 300_000n })
  expect(await chiffresDe(code)).toEqual({ voteCents: [300_000n, 300_000n], engageCents: RIEN_D_ENGAGE })
  expect([await aNotifier(own.db, seanceId), (await repetee()).total]).toEqual([[], 0])
  expect(await demanderLettres(monde.deps, monde.agent, await monde.vise(seanceId))).toMatchObject({ ok: false })
  expect((await suiviDeSeance(own.db, seanceId)).groupes).toEqual([])
  expect(await notifier(dossierId)).toEqual({ ok: false, reason: 'PAS_EXECUTOIRE' })

  await delibererLe(seconde, '2025-06-24')
  expect((await chiffresDe(code)).engageCents).toEqual(RIEN_D_ENGAGE)
  await executoireDes(seconde, '2025-06-24')
  expect((await chiffresDe(code)).engageCents).toEqual([300_000n, 300_000n])
  expect(await aNotifier(own.db, seconde)).toEqual([dossierId])
  await monde.relire(seconde)
  expect(await notifier(dossierId)).toMatchObject({ ok: true })
  expect(await monde.dossierDe(dossierId)).toMatchObject({ etat: 'ACCORDE_PARTIEL', montantAccordeCents: 300_000n })
  const mails = await own.db.courriel.findMany({ where: { dossierId }, orderBy: { creeLe: 'asc' } })
  expect(mails.map(({ modele, etat }) => [modele, etat])).toEqual([
    ['decision_favorable', 'ANNULE'],
    ['decision_partielle', 'A_ENVOYER'],
  ])
  expect(mails[1]?.texte).toContain('délibération n°\u00a02025-002')
  expect(mails[1]?.texte).toMatch(/3\s000,00/u)
  expect(await suiviDeSeance(own.db, seconde)).toMatchObject({ total: 1, rouvertes: [] })
})

test('what a séance voted and is reopened is not decided again elsewhere by its délibération', async () => {
  const dossierId = await monde.unPropose()
  const { seanceId, lignes } = await monde.uneListe(dossierId)
  await monde.voter(lignes[0])
  monde.horloge.now = APRES
  const deliberee = await delibererLe(seanceId, '2025-06-16')
  await executoireDes(seanceId, '2025-06-19')
  await monde.relire(seanceId)
  await notifier(dossierId)
  await rouvrir(dossierId)
  const reference = deliberee.ok ? deliberee.value.numero : ''
  const deliberation = { reference, le: '2025-06-16', executoireLe: '2025-06-19' }
  const vote = { par: 'HORS_SEANCE', deliberation } as const
  const accorder = async () =>
    accorderDossier(monde.deps, monde.chef, { vote, ...(await a(dossierId)), montantCents: 450_000n })
  expect(await accorder()).toEqual({ ok: false, reason: 'DELIBERATION_ROUVERTE', detail: reference })
})
