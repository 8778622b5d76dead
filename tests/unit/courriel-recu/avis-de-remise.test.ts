import { describe, expect, test } from 'vitest'
import { accuseLAdresse, causeDeNonRemise, remiseDe, type RemiseLue } from '#domain/courriel-recu/avis-de-remise'
import { phraseDeNonRemise, phraseDeRetard } from '#libelles/courriel-recu/avis-de-remise'
import { readEml } from '#support/courriel-lu'
import { unCourriel } from '#support/courriels'
import { unRapport } from '#support/rapports'

const JETON = '0123456789abcdef0123456789abcdef'
const ID = '5b0f3c1e-2a44-4a53-9a51-7d1f0b6f9f11'
const DESTINATAIRE = 'perdue@asso.exemple.test'
const RETOUR = `mcei+${JETON}@departement.exemple.test`
const NOTRE = { id: ID, jeton: JETON, destinataire: DESTINATAIRE, retour: RETOUR }

const remiseLue = async (contenu: Buffer): Promise<RemiseLue | null> => {
  const lu = await readEml(contenu)
  if (!lu.ok) throw new Error(lu.reason)
  return lu.value.remise
}

describe('a report as its mail system writes it', () => {
  test.each([
    ['postfix', 'failed', '5.1.1', 'ADRESSE_INCONNUE', true],
    ['exchange', 'failed', '5.2.2', 'BOITE_PLEINE', true],
    ['gmail', 'failed', '5.1.2', 'DOMAINE_INCONNU', true],
    ['sans-retour', 'failed', '5.2.1', 'BOITE_FERMEE', true],
    ['francais', 'failed', '5.7.1', 'REFUSE_PAR_LE_SERVEUR', false],
    ['exim', 'failed', null, 'ADRESSE_INCONNUE', true],
    ['retard', 'delayed', '4.4.1', 'SERVEUR_INJOIGNABLE', true],
    ['remis', 'delivered', '2.0.0', 'INCONNUE', true],
  ] as const)('%s: %s %s', async (nom, ...[action, codeStatut, cause, adresse]) => {
    const lue = await remiseLue(unRapport(nom, NOTRE))
    if (!lue) throw new Error('not read as a report')
    expect(lue.destinataires).toHaveLength(1)
    const remise = remiseDe(lue, { destinataire: DESTINATAIRE.toUpperCase() }, true)
    expect(remise).toMatchObject({ action, codeStatut })
    if (!remise) return
    expect(causeDeNonRemise(remise)).toBe(cause)
    expect(accuseLAdresse(causeDeNonRemise(remise))).toBe(adresse)
    const autre = { destinataire: 'autre@asso.exemple.test' }
    expect(remiseDe(lue, autre, false)).toBeNull()
    // Where a mail is given back, it says whom it was for; else our own word alone says which mail it is.
    const rienDeRendu = lue.rendu.messageId === null && lue.rendu.destinataires.length === 0
    expect(remiseDe(lue, autre, true)).toEqual(rienDeRendu ? remise : null)
    // What ties it: the address it came to, the envelope it names, the mail it gives back.
    const liens = [...lue.adresses, lue.enveloppe ?? '', lue.rendu.messageId ?? ''].join(' ')
    expect(liens).toMatch(new RegExp(`${JETON}|${ID}`))
  })

  test('the words of the server are told, whole lines and accents, after ours', async () => {
    const dit = async (nom: string) => {
      const lue = await remiseLue(unRapport(nom, NOTRE))
      const remise = lue && remiseDe(lue, { destinataire: DESTINATAIRE }, true)
      if (!remise) throw new Error('not read as a report')
      return nom === 'retard' ? phraseDeRetard(remise) : phraseDeNonRemise(remise)
    }
    expect(await dit('postfix')).toBe(
      `Cette adresse n’existe pas chez le destinataire. Réponse du serveur\u00a0: «\u00a0550 5.1.1 <${DESTINATAIRE}>: Recipient address rejected: User unknown in virtual mailbox table\u00a0».`,
    )
    expect(await dit('francais')).toContain('550 5.7.1 Message refusé pour cause de politique locale')
    expect(await dit('exim')).toContain('«\u00a0550 No such user here\u00a0»')
    expect(await dit('retard')).toMatch(/n’a pas encore pris ce courriel.*Connection timed out/)
  })

  test('a report stays words of the mail: it is no file joined to it', async () => {
    const lu = await readEml(unRapport('postfix', NOTRE))
    expect(lu).toMatchObject({ ok: true, value: { texte: expect.stringContaining('Diagnostic-Code') } })
    expect(lu.ok && lu.value.pieces.map(({ type }) => type)).toEqual(['message/rfc822'])
  })
})

describe('what is no report', () => {
  test.each([
    ['an absence', { 'Auto-Submitted': 'auto-replied', Subject: 'Absence du bureau' }, '550 jours sans vous, 5.1.1'],
    ['a person', {}, `Bonjour, mon courriel à ${DESTINATAIRE} est revenu : 550 5.1.1 User unknown`],
    [
      'a receipt',
      { 'Content-Type': 'multipart/report; report-type=disposition-notification; boundary="x"' },
      '\r\n--x\r\n\r\nlu\r\n--x--\r\n',
    ],
  ])('%s', async (_, entetes, texte) => {
    const type = { 'Content-Type': 'text/plain; charset=utf-8' }
    expect(await remiseLue(unCourriel({ entetes: { ...type, ...entetes }, texte }))).toBeNull()
  })

  test('a postmaster who only answers gives no mail back', async () => {
    const entetes = { From: 'postmaster@asso.exemple.test', Subject: 'Votre message', 'Content-Type': 'text/plain' }
    const lue = await remiseLue(unCourriel({ entetes, texte: `Nous avons lu votre message a ${DESTINATAIRE}.` }))
    expect(lue?.destinataires).toEqual([])
  })

  test('a delay told without a report is no failure', async () => {
    const entetes = { From: 'MAILER-DAEMON@exim.exemple.test', Subject: 'Warning: message delayed 24 hours' }
    const lue = await remiseLue(
      unCourriel({ entetes: { ...entetes, 'Content-Type': 'text/plain' }, texte: DESTINATAIRE }),
    )
    expect(lue?.destinataires).toMatchObject([{ action: 'delayed' }])
  })
})

test('without a word of ours, only the recipient that the report itself names is believed', async () => {
  const lue = await remiseLue(unRapport('gmail', { ...NOTRE, destinataire: 'autre@asso.exemple.test' }))
  if (!lue) throw new Error('not read as a report')
  const redirige = { ...lue, rendu: { ...lue.rendu, destinataires: [DESTINATAIRE] } }
  expect(remiseDe(redirige, { destinataire: DESTINATAIRE }, false)).toBeNull()
  expect(remiseDe(redirige, { destinataire: DESTINATAIRE }, true)).toMatchObject({ action: 'failed' })
})

test.each([
  'x',
  'a@b.fr ',
  'Final-Recipient: rfc822; a@b.fr\n',
  '\n',
  '5.1.1 ',
  '<',
  ' ;',
  'Status: 5.1.1\nAction: failed\n\n',
])('a report of 2 MB of %j is read in a moment', async (mot) => {
  const corps = mot.repeat(Math.ceil(2_000_000 / mot.length))
  const contenu = unRapport('postfix', NOTRE)
    .toString()
    .replace('Action: failed', () => `Action: failed\r\n${corps}`)
  const debut = performance.now()
  await remiseLue(Buffer.from(contenu))
  expect(performance.now() - debut).toBeLessThan(2_000)
})
