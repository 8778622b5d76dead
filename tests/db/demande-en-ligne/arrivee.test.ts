import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Demandeur } from '#domain/acces/acteur'
import { addDays, finDeJournee, jourDeParis } from '#domain/temps/jour'
import { CERTIFIE, PROJET } from '#support/demande-en-ligne/reponses'
import { until } from '#support/until'
import { enregistrerEtape } from '#usecases/demande-en-ligne/enregistrer-etape'
import { redeposerDemande } from '#usecases/demande-en-ligne/redeposer-demande'
import { validerDemande } from '#usecases/demande-en-ligne/valider-demande'
import { deverrouillerDossier } from '#usecases/deverrouillage/deverrouiller-dossier'
import { unAgent } from '../dossier/faits'
import { APRES, DERNIERE, unMondeEnLigne } from './monde'

const PENDANT = '2027-06-03T08:00:00Z'
/** The last second of the opening that is made here, in Paris, and the one after. */
const [DERNIERE_OUVERTE, REFERMEE] = ['2027-06-12T21:59:59Z', '2027-06-12T22:00:00Z']

type Action = (args: { request: Request; params: object; context: object }) => Promise<unknown>

const routes = import.meta.glob<{ action: Action }>('/app/routes/extranet/demandes.$id.certification.tsx')

type Envoi = { qui: Demandeur; id: string; version: number }

describe('what arrived before the last second is in, however long it waited here', () => {
  const monde = unMondeEnLigne()
  let autre: pg.Client

  beforeAll(async () => {
    autre = new pg.Client({ connectionString: monde.url })
    await autre.connect()
  })
  afterAll(async () => {
    await autre.end()
    const { deps } = await import('#web/deps')
    await deps.db.$disconnect()
  })

  /** Does this while somebody else holds the demande, then the clock passes the hour, then they let go. */
  async function pendantQuUnAutreTient<T>(id: string, agir: (now: () => Date) => Promise<T>, [avant, apres]: string[]) {
    let heure = avant ?? ''
    await autre.query('BEGIN')
    await autre.query('SELECT 1 FROM demande_en_ligne WHERE id = $1 FOR UPDATE', [id])
    const enCours = agir(() => new Date(heure))
    await until('the act waits for the demande', async () => {
      const { rowCount } = await autre.query(
        `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
      )
      return rowCount === 1
    })
    heure = apres ?? ''
    await autre.query('COMMIT')
    return enCours
  }
  const valider = ({ qui, id, version }: Envoi, { now, arriveeLe }: { now: () => Date; arriveeLe: string }) =>
    validerDemande({ db: monde.db, now }, qui, { id, version, arriveeLe: new Date(arriveeLe), ...CERTIFIE })
  const redeposer = ({ qui, id, version }: Envoi, { now, arriveeLe }: { now: () => Date; arriveeLe: string }) =>
    redeposerDemande({ db: monde.db, now }, qui, { id, version, arriveeLe: new Date(arriveeLe), ...CERTIFIE })

  async function unePrete(): Promise<Envoi> {
    const { id, anne: qui } = await monde.unDebut()
    await monde.remplir(qui, id)
    return { qui, id, version: await monde.versionDe(id) }
  }
  /** Deposited, opened again until the twelfth of June, and changed. */
  async function uneRouverte(): Promise<Envoi & { dossierId: string }> {
    const { qui, id } = await unePrete()
    const deposee = await monde.valider(qui, id)
    const { id: dossierId, version } = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    await deverrouillerDossier(monde.depsA('2027-06-02T08:00:00Z'), await unAgent(monde.db), {
      ...{ dossierId, version, sections: ['BUDGET'], champs: [], pieces: [] },
      ...{ motif: 'Le budget est à corriger.', echeance: '2027-06-12' },
    })
    const miennes = { ...PROJET, montantDemande: '9000' }
    await enregistrerEtape(monde.depsA(PENDANT), qui, { id, etape: 'PROJET', base: PROJET, repris: [], miennes })
    return { qui, id, dossierId, version: await monde.versionDe(id) }
  }

  test('a deposit is judged at the second at which it arrived, and bears it', async () => {
    const une = await unePrete()
    const deposee = await pendantQuUnAutreTient(une.id, (now) => valider(une, { now, arriveeLe: DERNIERE }), [
      APRES,
      '2027-09-30T22:04:00Z',
    ])
    expect(deposee.ok).toBe(true)
    const dossier = await monde.dossierDe(deposee.ok ? deposee.value.numero : '')
    expect(dossier.deposeLe).toEqual(new Date('2027-09-30'))
    const { deposeeLe } = await monde.db.demandeEnLigne.findUniqueOrThrow({ where: { id: une.id } })
    expect(deposeeLe).toEqual(new Date(DERNIERE))
    const tardive = await unePrete()
    expect(await valider(tardive, { now: () => new Date(APRES), arriveeLe: APRES })).toEqual({
      ok: false,
      reason: 'CAMPAGNE_CLOSE',
    })
  })

  test('one that says that it arrives later than now arrives now', async () => {
    const une = await unePrete()
    expect((await valider(une, { now: () => new Date(DERNIERE), arriveeLe: APRES })).ok).toBe(true)
    const { deposeeLe } = await monde.db.demandeEnLigne.findUniqueOrThrow({ where: { id: une.id } })
    expect(deposeeLe).toEqual(new Date(DERNIERE))
  })

  test('what was opened again is sent in time when it arrived in time, were it held up by somebody else past the hour', async () => {
    const une = await uneRouverte()
    const heures = [DERNIERE_OUVERTE, REFERMEE]
    const faite = await pendantQuUnAutreTient(
      une.id,
      (now) => redeposer(une, { now, arriveeLe: DERNIERE_OUVERTE }),
      heures,
    )
    expect(faite).toEqual({ ok: true, value: { dossierId: une.dossierId } })
    const { dossierId } = une
    expect(await monde.db.modification.findFirst({ where: { dossierId } })).toMatchObject({
      ...{ etat: 'REDEPOSEE', redeposeeLe: new Date(DERNIERE_OUVERTE) },
    })
    const tardive = await uneRouverte()
    expect(await redeposer(tardive, { now: () => new Date(REFERMEE), arriveeLe: REFERMEE })).toEqual({
      ok: false,
      reason: 'REFERMEE',
    })
  })

  test('what a page sends is judged when the server that carries it says that it arrived, and now where nobody says', async () => {
    const hier = addDays(jourDeParis(new Date()), -1)
    const { id, anne } = await monde.unDebut()
    await monde.remplir(anne, id)
    const dates = { ouverteLe: new Date(addDays(hier, -60)), echeanceFiche: new Date(addDays(hier, -30)) }
    const { id: campagneId } = await monde.db.campagne.update({
      where: { code: 'MEI-2027' },
      data: { ...dates, echeanceDepot: new Date(hier) },
    })
    await monde.db.demandeEnLigne.update({ where: { id }, data: { campagneId } })
    const { demandeurs } = await import('#web/session-demandeur')
    const adresse = `http://mcei.exemple.test/extranet/demandes/${id}/certification`
    const Cookie = (await demandeurs.ouvrir(anne.id, new Request(adresse))).split(';')[0] ?? ''
    const [lire] = Object.values(routes)
    if (!lire) throw new Error('no route')
    const { action } = await lire()
    const envoyer = async (context: object) => {
      const version = String(await monde.versionDe(id))
      const body = new URLSearchParams({ base: '{}', version, faitA: 'Lens', certifie: 'oui', valider: 'oui' })
      return action({
        request: new Request(adresse, { method: 'POST', body, headers: { Cookie } }),
        params: { id },
        context,
      })
    }
    expect(JSON.stringify(await envoyer({}))).toContain('La campagne est close')
    const arriveeLe = new Date(finDeJournee(hier).getTime() - 1_000)
    expect(await envoyer({ arriveeLe })).toMatchObject({ status: 302 })
    const { deposeeLe } = await monde.db.demandeEnLigne.findUniqueOrThrow({ where: { id } })
    expect(deposeeLe).toEqual(arriveeLe)
  })
})
