import { afterAll, beforeAll, expect, test } from 'vitest'
import { formatMontant } from '#domain/budget/montant'
import { fromDate, jourDeParis } from '#domain/temps/jour'
import { diskStorage } from '#infra/storage'
import { lettreDossier } from '#queries/dossier/lettre-dossier'
import { aNotifier } from '#queries/seance/page-seance'
import { repetitionDeSeance } from '#queries/seance/repetition'
import { suiviDeSeance } from '#queries/seance/suivi'
import { notifierParCourrier } from '#usecases/dossier/notifier-par-courrier'
import { deliberer, rendreExecutoire } from '#usecases/seance/deliberer'
import { demanderLettres } from '#usecases/seance/dessiner-lettres'
import { notifierDossier } from '#usecases/seance/notifier-dossier'
import { preparerNotification } from '#usecases/seance/preparer-notification'
import { motsDuPdf } from '#support/documents'
import { receptionDeps, recevoirMail } from '#support/reception'
import { ownSmtp, type OwnSmtp } from '#support/smtp'
import { until } from '#support/until'
import { start } from '#workers/start'
import { jour, SIGNATAIRE, uneCampagne } from '../dossier/faits'
import { log, unMonde } from '../workers/monde'
import { PRECISION, seancesDans } from './faits-seance'

const TRENTE = 30

const base = unMonde('postgres')
let monde: Awaited<ReturnType<typeof seancesDans>>
let smtp: OwnSmtp
let ouvrier: Awaited<ReturnType<typeof start>>
beforeAll(async () => {
  monde = await seancesDans(base.db)
  smtp = await ownSmtp()
  ouvrier = await start(
    {
      ...{
        DATABASE_URL: base.url,
        REDIS_URL: undefined,
        SMTP_URL: smtp.url,
        IMAP_URL: undefined,
        CLAMD_URL: undefined,
      },
      ...{ DATA_DIR: base.dir, MAIL_FROM: { name: 'MCEI', address: 'mcei@exemple.test' }, MAIL_REPLY_TO: undefined },
      MAIL_RETOUR: 'retour+jeton@exemple.test',
    },
    log,
  )
}, 60_000)
afterAll(async () => {
  await ouvrier.close()
  await smtp.close()
})

/** What the server of a recipient sends back where it knows nobody of that name, to the address of this very mail. */
const rapport = (retour: string, adresse: string) =>
  Buffer.from(
    [
      'From: Mail Delivery System <mailer-daemon@exemple.test>',
      `To: ${retour}`,
      'Subject: Undelivered Mail Returned to Sender',
      'Message-ID: <rapport-1@exemple.test>',
      `Date: ${new Date().toUTCString()}`,
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="r"',
      ...[
        '',
        '--r',
        'Content-Type: text/plain',
        '',
        'No such user.',
        '--r',
        'Content-Type: message/delivery-status',
        '',
      ],
      ...['Reporting-MTA: dns; mx.exemple.test', '', `Final-Recipient: rfc822; ${adresse}`, 'Action: failed'],
      ...['Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 user unknown', '', '--r--', ''],
    ].join('\r\n'),
  )

const demander = async (id: string) => demanderLettres(monde.deps, monde.agent, await monde.vise(id))

test('thirty votes, from the délibération to the proof: rehearsed with five anomalies, let go by another, read in the server that took them', async () => {
  const { id: campagneId } = await uneCampagne(base.db, { reglages: { signataire: SIGNATAIRE } })
  const dossiers: string[] = []
  for (let rang = 0; rang < TRENTE; rang += 1) dossiers.push(await monde.unPropose(campagneId, 450_000n + BigInt(rang)))
  for (const [rang, id] of dossiers.entries())
    await base.db.dossier.update({ where: { id }, data: { contactCourriel: `contact${rang}@exemple.test` } })
  const { seanceId, lignes } = await monde.uneListe(...dossiers)
  for (const [rang, ligne] of lignes.entries())
    await monde.voter(ligne, rang % 10 === 9 ? { vote: 'REJETE', motif: 'CREDITS_EPUISES', precision: PRECISION } : {})
  // Its mails may leave at once: they were let go half an hour ago.
  monde.horloge.now = new Date(Date.now() - 31 * 60_000)
  const [un = '', deux = '', trois = '', quatre = '', cinq = ''] = dossiers
  await deliberer(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), le: '2025-06-16' })
  await rendreExecutoire(monde.deps, monde.chef, { ...(await monde.vise(seanceId)), executoireLe: '2025-06-19' })
  const repeter = () => repetitionDeSeance(base.db, monde.agent, { id: seanceId, voir: null, now: monde.horloge.now })
  const dessinees = () =>
    until('the letters to be drawn by the worker', async () => (await repeter()).lettres.aDessiner === 0, 30_000)
  await dessinees()

  const structureDe = async (id: string) => (await monde.dossierDe(id)).structureId
  await base.db.dossier.update({ where: { id: un }, data: { objet: '' } })
  await base.db.dossier.update({ where: { id: deux }, data: { contactCourriel: 'contact9@exemple.test' } })
  await base.db.dossier.update({ where: { id: trois }, data: { projetFin: jour('2024-01-01') } })
  await base.db.dossier.update({ where: { id: quatre }, data: { contactCourriel: '' } })
  await base.db.lettreRepetee.updateMany({ where: { ligne: { dossierId: cinq } }, data: { composee: false } })
  const vue = await repeter()
  expect(vue.groupes.map(({ anomalie, bloque, lignes: lues }) => [anomalie, bloque, lues.length])).toEqual([
    ...[
      ['LETTRE_NON_COMPOSEE', true, 1],
      ['SANS_ADRESSE', false, 1],
      ['VARIABLE_VIDE', true, 1],
      ['ECHEANCE_PASSEE', false, 1],
      ['ADRESSE_PARTAGEE', false, 2],
    ],
  ])
  expect([vue.total, vue.lettres.aDessiner]).toEqual([TRENTE, 2])
  await preparerNotification(monde.deps, monde.agent, await monde.vise(seanceId))
  const notifier = async (dossierId: string) =>
    notifierDossier(monde.deps, monde.chef, { dossierId, version: (await monde.dossierDe(dossierId)).version })
  expect(await notifier(un)).toMatchObject({ reason: 'COURRIEL_A_REVOIR' })
  expect(await notifier(trois)).toMatchObject({ reason: 'LETTRE_A_DESSINER' })
  expect(await notifier(cinq)).toMatchObject({ reason: 'LETTRE_NON_COMPOSEE' })

  // Mended, drawn again, let go.
  await base.db.dossier.update({ where: { id: un }, data: { objet: 'Jumelage à Herne' } })
  await base.db.dossier.update({ where: { id: deux }, data: { contactCourriel: 'contact1@exemple.test' } })
  await base.db.dossier.update({ where: { id: trois }, data: { projetFin: null } })
  await base.db.dossier.update({ where: { id: quatre }, data: { contactCourriel: 'contact3@exemple.test' } })
  await base.db.structure.update({ where: { id: await structureDe(quatre) }, data: { commune: 'Arras' } })
  expect(await demander(seanceId)).toMatchObject({ ok: true })
  await dessinees()
  expect((await repeter()).groupes).toEqual([])
  for (const dossierId of dossiers) expect(await notifier(dossierId)).toMatchObject({ ok: true })
  expect(await aNotifier(base.db, seanceId)).toEqual([])

  await until('thirty mails to be taken', () => Promise.resolve(smtp.mails.length === TRENTE), 40_000)
  const partis = () => base.db.courriel.count({ where: { etat: 'ENVOYE' } })
  await until('each to be said taken', async () => (await partis()) === TRENTE)
  for (const [rang, dossierId] of dossiers.entries()) {
    const { numero, montantAccordeCents } = await monde.dossierDe(dossierId)
    const mail = smtp.mails.find(({ to }) => JSON.stringify(to).includes(`contact${rang}@exemple.test`))
    // Its letter comes with it, to the byte as officers read it.
    const [jointe, autre] = mail?.attachments ?? []
    expect([jointe?.filename, jointe?.contentType, autre]).toEqual([
      `lettre-${numero}.pdf`,
      'application/pdf',
      undefined,
    ])
    const lettre = await lettreDossier({ db: base.db, storage: diskStorage(base.dir) }, monde.agent, { dossierId })
    expect(lettre.ok && jointe?.content.equals(lettre.value)).toBe(true)
    const [dits, mots] = [mail?.text?.replace(/\s+/g, ' ') ?? '', lettre.ok ? await motsDuPdf(lettre.value) : '']
    expect(dits).toContain('La lettre de cette décision est jointe à ce message')
    const montant = montantAccordeCents === null ? 'Les repas ne sont pas retenus' : formatMontant(montantAccordeCents)
    for (const dit of [numero ?? '', montant.replace(/\s+/g, ' '), '2025-001'])
      expect([dits.includes(dit), mots.replace(/\s+/g, ' ').includes(dit)], `${numero} says ${dit}`).toEqual([
        true,
        true,
      ])
  }

  // One comes back: it is told by post, and the board says so.
  const rendu = smtp.mails.findIndex(({ to }) => JSON.stringify(to).includes('contact0@exemple.test'))
  const reception = receptionDeps(base.db, base.dir, () => new Date())
  await recevoirMail(reception, 'rapport.eml', rapport(smtp.enveloppes[rendu]?.de ?? '', 'contact0@exemple.test'))
  const suivi = () => suiviDeSeance(base.db, seanceId)
  const { comptes, parCourrier } = await suivi()
  expect([comptes.find(({ preuve }) => preuve === 'REFUSE')?.n, parCourrier]).toEqual([1, 0])
  monde.horloge.now = new Date()
  const poste = { le: jourDeParis(monde.horloge.now), recommande: '1A 234 567 8901 2' }
  const { version } = await monde.dossierDe(un)
  expect(await notifierParCourrier(monde.deps, monde.agent, { dossierId: un, version, ...poste })).toMatchObject({
    ok: true,
  })
  expect((await suivi()).parCourrier).toBe(1)
  const { courrierLe } = await base.db.decision.findFirstOrThrow({ where: { dossierId: un } })
  expect(courrierLe && fromDate(courrierLe)).toBe(poste.le)
}, 120_000)
