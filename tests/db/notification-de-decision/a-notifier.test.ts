import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { cleUnique, estParti, ETATS_COURRIEL } from '#domain/courriel/courriel'
import { CAUSES_ECHEC } from '#domain/courriel/echec-envoi'
import { preuveDe } from '#domain/courriel/preuve'
import { lireLignesDossiers } from '#domain/dossier/ligne-bannette'
import { notificationProuvee } from '#domain/notification-de-decision/notification-prouvee'
import { estANotifier } from '#domain/notification-de-decision/suite-de-notification'
import { jourDeParis, toDate } from '#domain/temps/jour'
import { bannetteDossiers, BannetteDossiersParams } from '#queries/dossier/bannette-dossiers'
import { compteursDossiers } from '#queries/dossier/compteurs-dossiers'
import { ownDb } from '#support/own-db'
import { constaterRemise } from '#usecases/courriel/constater-remise'
import { classerSansSuite } from '#usecases/dossier/classer-sans-suite'
import { notifierParCourrier, reprendreCourrier } from '#usecases/dossier/notifier-par-courrier'
import { reprendreDecision } from '#usecases/dossier/reprendre-decision'
import { rouvrirDecision } from '#usecases/dossier/rouvrir-decision'
import { deliberer, rendreExecutoire } from '#usecases/seance/deliberer'
import { notifierDossier } from '#usecases/seance/notifier-dossier'
import { NOW, unDossier } from '../dossier/faits'
import { APRES, seancesDans } from '../seance/faits-seance'

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

/** What the tab lists; its figure, remembered or counted anew, is that many. */
async function liste(): Promise<string[]> {
  const regard = { moi: monde.chef.id, now: monde.horloge.now }
  const params = BannetteDossiersParams.parse({ vue: 'a-notifier' })
  const { lignes, total, compteurs } = await bannetteDossiers(own.db, params, regard)
  const rows = lireLignesDossiers(lignes)
  const comptes = (await compteursDossiers(own.db, [], regard)).compteurs
  const n = rows.length
  expect({ total, onglet: compteurs['a-notifier'], compte: comptes['a-notifier'] }).toEqual({ total: n, onglet: n, compte: n }) // prettier-ignore
  return rows.map(({ id }) => id)
}

const a = async (dossierId: string) => ({ dossierId, version: (await monde.dossierDe(dossierId)).version })
const decisionDe = (dossierId: string) => own.db.decision.findUniqueOrThrow({ where: { dossierId } })
const courrielDe = async (dossierId: string) =>
  own.db.courriel.findUniqueOrThrow({ where: { cleUnique: cleUnique('decision', (await decisionDe(dossierId)).id) } })
const changer = async (dossierId: string, data: Parameters<typeof own.db.courriel.update>[0]['data']) =>
  own.db.courriel.update({ where: { id: (await courrielDe(dossierId)).id }, data })
const rapporter = async (dossierId: string, action: 'failed' | 'delivered') => {
  const courriel = await courrielDe(dossierId)
  const remise = { action, codeStatut: action === 'failed' ? '5.1.1' : '2.0.0', diagnostic: '' }
  await own.db.$transaction((tx) => constaterRemise(tx, { courriel, remise, parJeton: true }, monde.horloge.now))
}

/** A dossier that a séance voted, whose délibération is in force, and whose mails are read. */
async function unVote() {
  const dossierId = await monde.unPropose()
  const { seanceId, lignes } = await monde.uneListe(dossierId)
  await monde.voter(lignes[0])
  monde.horloge.now = APRES
  await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le: '2025-06-16' })
  await rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe: '2025-06-19' })
  await monde.relire(seanceId)
  return dossierId
}
const liberer = async (dossierId: string) => notifierDossier(monde.deps, monde.chef, await a(dossierId))

test('what was voted enters the tab once its délibération is in force, and leaves it when its mail is let go', async () => {
  const dossierId = await monde.unPropose()
  const { seanceId, lignes } = await monde.uneListe(dossierId)
  expect(await liste()).toEqual([])
  await monde.voter(lignes[0])
  expect(await liste()).toEqual([])
  monde.horloge.now = APRES
  await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le: '2025-06-16' })
  expect(await liste()).toEqual([])
  await rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe: '2025-06-19' })
  expect(await liste()).toEqual([dossierId])
  await monde.relire(seanceId)
  expect(await liste()).toEqual([dossierId])
  expect(await liberer(dossierId)).toMatchObject({ ok: true })
  expect(await liste()).toEqual([])
  // Its notification is taken back: it is again to be let go.
  expect(await reprendreDecision(monde.deps, monde.chef, await a(dossierId))).toMatchObject({ ok: true })
  expect(await liste()).toEqual([dossierId])
  expect(await liberer(dossierId)).toMatchObject({ ok: true })
  const motif = 'Montant voté différent du montant saisi.'
  await rouvrirDecision(monde.deps, monde.chef, { ...(await a(dossierId)), motif, avertissementLu: true })
  expect(await liste()).toEqual([])
  // Voted anew, it waits for the délibération of that vote: the one in force is of the vote that is over.
  monde.horloge.now = NOW
  const seconde = await monde.uneListe(dossierId)
  expect(await monde.voter(seconde.lignes[0])).toMatchObject({ ok: true })
  expect((await monde.dossierDe(dossierId)).etat).toBe('VOTE')
  expect(await liste()).toEqual([])
})

test('a mail that left is nobody’s to do; held, failed or given back it is, until the server has it or the post told it', async () => {
  const dossierId = await unVote()
  await liberer(dossierId)
  await changer(dossierId, { etat: 'RETENU', motifRetenue: 'FAIT_CADUC' })
  expect(await liste()).toEqual([dossierId])
  await changer(dossierId, { etat: 'A_ENVOYER', motifRetenue: null })
  expect(await liste()).toEqual([])
  await changer(dossierId, { etat: 'ECHEC', cause: 'DELAI_DEPASSE' })
  expect(await liste()).toEqual([dossierId])
  await changer(dossierId, { etat: 'ENVOYE', cause: null, envoyeLe: APRES })
  expect(await liste()).toEqual([])
  await rapporter(dossierId, 'delivered')
  expect(await liste()).toEqual([])
  await changer(dossierId, { remisAuServeurLe: null })
  await rapporter(dossierId, 'failed')
  expect(await liste()).toEqual([dossierId])
  const poste = { ...(await a(dossierId)), le: jourDeParis(APRES), recommande: '' }
  expect(await notifierParCourrier(monde.deps, monde.chef, poste)).toMatchObject({ ok: true })
  expect(await liste()).toEqual([])
  expect(await reprendreCourrier(monde.deps, monde.chef, await a(dossierId))).toMatchObject({ ok: true })
  expect(await liste()).toEqual([dossierId])
  await notifierParCourrier(monde.deps, monde.chef, { ...poste, ...(await a(dossierId)) })
})

test('the tab says of each decision what the rule says', async () => {
  const dossierId = await unVote()
  await liberer(dossierId)
  for (const etat of ETATS_COURRIEL)
    for (const cause of etat === 'ECHEC' ? CAUSES_ECHEC : [null])
      for (const avecCourriel of [true, false])
        for (const courrierLe of [null, jourDeParis(APRES)])
          for (const remisAuServeurLe of etat === 'ENVOYE' ? [null, APRES] : [null]) {
            const motifRetenue = etat === 'RETENU' ? 'FAIT_CADUC' : null
            await changer(dossierId, { etat, cause, motifRetenue, remisAuServeurLe, envoyeLe: estParti(etat) ? APRES : null }) // prettier-ignore
            const data = { avecCourriel, courrierLe: courrierLe && toDate(courrierLe) }
            // As the acts do, which raise the dossier with it.
            await own.db.$transaction([
              own.db.decision.update({ where: { dossierId }, data }),
              own.db.dossier.update({ where: { id: dossierId }, data: { version: { increment: 1 } } }),
            ])
            const courriel = { etat, preuve: preuveDe({ etat, cause, remisAuServeurLe }) }
            const prouvee = notificationProuvee({ remisAuServeurLe, courrierLe })
            const decision = { avecCourriel, courrierLe }
            const attendu = estANotifier({ decision, courriel, prouvee, executoire: true })
            const cas = { etat, cause, avecCourriel, courrierLe, remisAuServeurLe }
            expect({ ...cas, dedans: (await liste()).includes(dossierId) }).toEqual({ ...cas, dedans: attendu })
          }
  await own.db.courriel.deleteMany({ where: { dossierId } })
  await own.db.decision.delete({ where: { dossierId } })
})

test('what needs no délibération is there at once where no mail can tell it, and never where an officer chose that none does', async () => {
  const avant = await liste()
  const fermer = async (prevenir: boolean) => {
    const { id } = await unDossier(own.db, { etat: 'DEPOSE', contactCourriel: '' })
    const voulu = { motif: 'DEPOSE_EN_DOUBLE', precision: '', prevenir }
    expect(await classerSansSuite(monde.deps, monde.chef, { ...(await a(id)), ...voulu })).toMatchObject({ ok: true })
    return id
  }
  const aDire = await fermer(true)
  await fermer(false)
  expect((await liste()).filter((id) => !avant.includes(id))).toEqual([aDire])
})
