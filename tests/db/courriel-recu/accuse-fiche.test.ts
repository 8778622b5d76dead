import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '#infra/db'
import { diskStorage } from '#infra/storage'
import { unCourriel } from '#support/courriels'
import { recevoirMail } from '#support/reception'
import { ouvrirCampagnes, regler, SIGNATAIRE } from '#support/campagnes'
import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'
import { ownDb } from '#support/own-db'

const FICHE = (titre: string, structure: string) => `Bonjour,

Voici notre fiche pré-projet.

Nom de l’organisme porteur : ${structure}
Intitulé du projet : ${titre}
Pays : Pologne
Ville : Katowice
Dates : du 3/9/2025 au 12/9/2025
Nombre de jeunes : 24
Coût total : 12 500 €
Subvention souhaitée : 4 000 €
`

describe('the receipt of a fiche', () => {
  let db: Db
  let drop: () => Promise<void>
  let dir: string
  let n = 0

  beforeAll(async () => {
    const own = await ownDb()
    ;({ db, drop, dataDir: dir } = own)
    await ouvrirCampagnes(db, 2025, {})
  })
  afterAll(() => drop())

  type Envoi = { entetes?: Record<string, string>; titre?: string; structure?: string; le?: string }

  /** A mail with a fiche of its own, read at this instant; the pré-projet it made, its mails and what the journal says. */
  async function recevoir({ entetes = {}, titre, structure, le = '2025-05-06T09:05:00Z' }: Envoi = {}) {
    n += 1
    const messageId = `fiche-${n}@exemple.test`
    const contenu = unCourriel({
      entetes: {
        'Message-ID': `<${messageId}>`,
        'Content-Type': 'text/plain; charset=utf-8',
        From: `Camille Duriez <camille.duriez${n}@exemple.test>`,
        ...entetes,
      },
      texte: FICHE(titre ?? `Chantier ${n}`, structure ?? `Comité de jumelage ${n}`),
    })
    const storage = diskStorage(dir)
    const deps = { db, storage, now: () => new Date(le) }
    await recevoirMail(deps, `${n}.eml`, contenu)
    const recu = await db.courrielRecu.findUniqueOrThrow({ where: { messageId }, include: { preProjet: true } })
    const preProjetId = recu.preProjetId ?? ''
    const envoyes = preProjetId ? await db.courriel.findMany({ where: { preProjetId } }) : []
    const tus = await db.entreeJournal.findMany({ where: { acte: 'retenirAccuse', objetId: preProjetId } })
    return {
      recu,
      envoyes,
      silences: tus.map(({ detail }) => (detail as { silence: string }).silence),
      deps,
      contenu,
    }
  }

  test('leaves with the fiche, as an answer to the mail that brought it, and says what it must', async () => {
    const { recu, envoyes } = await recevoir({
      entetes: { References: '<a@exemple.test> <b@exemple.test>', Subject: 'RE: Notre fiche' },
    })
    expect(recu.nature).toBe('FICHE')
    expect(envoyes).toHaveLength(1)
    expect(envoyes[0]).toMatchObject({
      modele: 'fiche_recue',
      destinataire: recu.de,
      sujet: 'Re: Notre fiche',
      acteurType: 'SYSTEME',
      enReponseA: recu.messageId,
      references: ['a@exemple.test', 'b@exemple.test', recu.messageId],
      etat: 'A_ENVOYER',
    })
    const texte = (envoyes[0]?.texte ?? '').replace(/\u00a0/g, ' ')
    expect(texte).toContain('le 6 mai 2025 à 11:02')
    expect(texte).toContain('Cette fiche ne vaut pas demande de subvention.')
    expect(texte).toContain('jusqu’au 30 septembre 2025')
    expect(texte).toContain('téléphone : 03 21 21 62 16')
    const promesses = await db.outboxJob.count({ where: { payload: { path: ['courrielId'], equals: envoyes[0]?.id } } })
    expect(promesses).toBe(1)
  })

  test('is sent once: the same mail again and a new version send none', async () => {
    const { recu, deps, contenu } = await recevoir({
      titre: 'Chantier franco-polonais',
      structure: 'Comité de Lillers',
    })
    await recevoirMail(deps, 'encore.eml', contenu)
    const { recu: suite } = await recevoir({
      titre: 'Chantier franco-polonais',
      structure: 'Comité de Lillers',
      le: '2025-05-07T09:05:00Z',
    })
    expect(suite).toMatchObject({ nature: 'NOUVELLE_VERSION', preProjetId: recu.preProjetId })
    expect(await db.courriel.count({ where: { preProjetId: recu.preProjetId } })).toBe(1)
  })

  test('a late fiche is told so plainly', async () => {
    const { envoyes } = await recevoir({
      entetes: { Date: 'Mon, 16 Jun 2025 10:00:00 +0200' },
      le: '2025-06-16T09:00:00Z',
    })
    expect((envoyes[0]?.texte ?? '').replace(/\u00a0/g, ' ')).toContain('après le 13 juin 2025')
  })

  test.each([
    [{ 'X-Auto-Response-Suppress': 'All' }, 'REPONSE_NON_VOULUE'],
    [{ 'Auto-Submitted': 'auto-generated' }, 'ENVOYE_PAR_UNE_MACHINE'],
    [{ 'List-Id': '<jumelages.exemple.test>' }, 'ENVOYE_PAR_UNE_MACHINE'],
    [{ From: 'noreply@exemple.test' }, 'ADRESSE_DE_MACHINE'],
    [{ From: 'MCEI <mcei@mcei.test>' }, 'NOTRE_ADRESSE'],
    [{ Date: 'Mon, 3 Mar 2025 10:00:00 +0100' }, 'FAIT_ANCIEN'],
    [{ Date: '' }, 'FAIT_SANS_DATE'],
    [{ Date: 'hier soir' }, 'FAIT_SANS_DATE'],
    [{ Date: 'Fri, 6 May 2033 11:02:03 +0200' }, 'FAIT_SANS_DATE'],
  ])('with %o nothing leaves, and the fiche says why', async (entetes, silence) => {
    const { recu, envoyes, silences } = await recevoir({ entetes: entetes })
    expect(recu.nature).toBe('FICHE')
    expect(envoyes).toEqual([])
    expect(silences).toEqual([silence])
  })

  test('a campagne that says not to sends none', async () => {
    await regler(db, { accuseFiche: false })
    const { envoyes, silences } = await recevoir()
    expect([envoyes, silences]).toEqual([[], ['CAMPAGNE_SANS_ACCUSE']])
    await regler(db, { accuseFiche: true })
  })

  test('a campagne that does not say who answers sends none', async () => {
    await regler(db, { signataire: REGLAGES_PAR_DEFAUT.MEI.signataire })
    const { envoyes, silences } = await recevoir()
    expect([envoyes, silences]).toEqual([[], ['SIGNATAIRE_INCOMPLET']])
    await regler(db, { signataire: SIGNATAIRE })
  })

  test('once the last day to deposit is over, it is not given as one to come', async () => {
    const { envoyes } = await recevoir({
      entetes: { Date: 'Mon, 29 Sep 2025 10:00:00 +0200' },
      le: '2025-10-02T09:00:00Z',
    })
    expect(envoyes).toHaveLength(1)
    expect(envoyes[0]?.texte).toContain('est passée')
    expect(envoyes[0]?.echeances).toEqual([])
  })

  test('a robot that sends fiche after fiche from one address is answered at most five times a day', async () => {
    const From = 'Robot <robot@exemple.test>'
    const silences: string[] = []
    for (let minute = 0; minute < 20 * 12; minute += 12) {
      const le = new Date(Date.parse('2025-05-08T08:00:00Z') + minute * 60_000).toISOString()
      const { silences: tus } = await recevoir({ entetes: { From, Date: new Date(le).toUTCString() }, le })
      silences.push(...tus)
    }
    expect(await db.courriel.count({ where: { destinataire: 'robot@exemple.test' } })).toBe(5)
    expect(silences).toHaveLength(15)
    expect(new Set(silences)).toEqual(new Set(['TROP_AUJOURD_HUI']))
  })
})
