import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Agent, Forbidden } from '#domain/acces/droits'
import { Conflict } from '#infra/errors'
import { annulerCourriel } from '#usecases/courriel/annuler-courriel'
import { ecrireMessage } from '#usecases/courriel/ecrire-message'
import { redigerReponse } from '#usecases/pre-projet/rediger-reponse'
import { rendreAvis } from '#usecases/pre-projet/rendre-avis'
import { repondreCritere } from '#usecases/pre-projet/repondre-critere'
import { reprendreIndices } from '#usecases/pre-projet/reprendre-indices'
import { filCourriels } from '#queries/courriel/fil-courriels'
import { apercuReponse, instructionPreProjet } from '#queries/pre-projet/instruction-pre-projet'
import { formulaireMessage } from '#queries/courriel/message-libre'
import { ownDb } from '#support/own-db'
import { unPreProjet } from '../bannette/faits'
import { unAgentEnBase, uneCampagne } from '../workers/faits'

const NOW = new Date('2025-05-13T08:00:00Z')
const DEMAIN = new Date('2025-05-14T07:30:00Z')
const JETON = '3f1d1f5e-7f1c-4c1e-9a55-6a9b3f1d1f5e'

describe('the première instruction', () => {
  let own: Awaited<ReturnType<typeof ownDb>>
  let agent: Agent
  let collegue: Agent
  let campagneId: string
  const deps = () => ({ db: own.db, now: () => NOW })

  beforeAll(async () => {
    own = await ownDb()
    agent = await unAgentEnBase(own.db, 'INSTRUCTEUR')
    collegue = { ...(await unAgentEnBase(own.db, 'INSTRUCTEUR')), prenom: 'Dominique' }
    campagneId = (await uneCampagne(own.db)).id
    await own.db.campagne.update({ where: { id: campagneId }, data: { echeanceDepot: new Date('2025-09-30') } })
  })
  afterAll(() => own.drop())

  const uneFiche = async () => {
    const { id } = await unPreProjet(own.db, { campagneId })
    const recu = await own.db.courrielRecu.findFirstOrThrow({ where: { preProjetId: id } })
    const references = ['debut@exemple.test']
    await own.db.courrielRecu.update({ where: { id: recu.id }, data: { references, sujet: 'RE: Notre fiche' } })
    return { id, messageId: recu.messageId }
  }
  const row = (id: string) => own.db.preProjet.findUniqueOrThrow({ where: { id } })
  const vise = async (id: string) => ({ preProjetId: id, version: (await row(id)).version })
  const page = (id: string) => instructionPreProjet(own.db, id, '2025-05-13')
  type Reponse = 'OUI' | 'NON' | 'A_PRECISER'
  const repondre = (id: string, code: string, reponse: Reponse, qui = agent) =>
    repondreCritere(deps(), qui, { preProjetId: id, code, reponse, precision: '', vu: null })

  test('all that the facts suggest is answered in one act, what was answered stays, and what was not seen is not', async () => {
    const { id } = await uneFiche()
    const lus = (await page(id)).indices
    expect(lus.length).toBeGreaterThan(2)
    const [premier, ...autres] = lus
    await repondre(id, premier?.code ?? '', 'A_PRECISER')
    const prendre = async (indices: typeof lus, version?: number, qui = agent) =>
      reprendreIndices(deps(), qui, { preProjetId: id, version: version ?? (await row(id)).version, indices })
    await expect(prendre(autres, (await row(id)).version - 1)).rejects.toBeInstanceOf(Conflict)
    await expect(prendre(autres, undefined, { ...agent, role: 'LECTEUR' })).rejects.toBeInstanceOf(Forbidden)
    for (const vus of [lus, autres.slice(1), [], autres.map((un) => ({ ...un, reponse: 'A_PRECISER' as const }))])
      expect(await prendre(vus)).toMatchObject({ ok: false, reason: 'INDICES_CHANGES' })
    expect((await page(id)).indices).toEqual(autres)
    expect(await prendre(autres)).toEqual({ ok: true, value: { nombre: autres.length } })
    const { questions, indices } = await page(id)
    expect(indices).toEqual([])
    const donnees = new Map(questions.map(({ code, donnee }) => [code, donnee?.reponse]))
    expect(donnees.get(premier?.code ?? '')).toBe('A_PRECISER')
    for (const { code, reponse } of autres) expect(donnees.get(code)).toBe(reponse)
    const ecrites = await own.db.entreeJournal.findMany({ where: { objetId: id, acte: 'reprendreIndices' } })
    expect(ecrites).toHaveLength(1)
    expect(ecrites[0]?.detail).toMatchObject({ reponses: autres })
  })

  test('the contrat d’engagement of an association is a hint once it is joined to a mail of the fiche, not as the image of a message', async () => {
    const { id } = await uneFiche()
    await own.db.preProjet.update({ where: { id }, data: { genre: 'association' } })
    const hint = async () => (await page(id)).questions.find(({ code }) => code === 'CER_SIGNE')?.suggestion ?? null
    const { id: courrielRecuId } = await own.db.courrielRecu.findFirstOrThrow({ where: { preProjetId: id } })
    const joindre = (rang: number, nom: string, cid: string | null) =>
      own.db.pieceJointe.create({
        data: {
          courrielRecuId,
          rang,
          nom,
          cid,
          cle: `cer-${rang}`,
          taille: 9,
          typeMime: 'application/pdf',
          sha256: '0',
        },
      })
    await joindre(8, 'Logo CER.png', 'logo@exemple.test')
    expect(await hint()).toBeNull()
    await joindre(9, 'Contrat d’engagement républicain.pdf', null)
    expect(await hint()).toMatchObject({ reponse: 'OUI' })
  })

  test('answers are kept one by one with the question they answered, and write the reply', async () => {
    const { id } = await uneFiche()
    expect((await page(id)).suggere).toBeNull()
    await repondre(id, 'PARTENAIRE', 'NON')
    await repondre(id, 'TERRITOIRE', 'OUI')
    const { questions, suggere, proposes, depart } = await page(id)
    const partenaire = questions.find(({ code }) => code === 'PARTENAIRE')
    expect(partenaire?.donnee).toMatchObject({ reponse: 'NON', par: 'Camille Essai', question: partenaire?.question })
    expect(suggere).toBe('A_RETRAVAILLER')
    expect(depart?.corps).toBe(proposes.A_RETRAVAILLER)
    expect(proposes.A_RETRAVAILLER).toContain('Trouvez ce partenaire')
    expect(proposes.FAVORABLE).toContain('e-partenaire')

    await own.db.campagne.update({
      where: { id: campagneId },
      data: { grille: [{ code: 'PARTENAIRE', question: 'Et le partenaire ?', siNon: 'Rien.', siAPreciser: 'Qui ?' }] },
    })
    const apres = await page(id)
    expect(apres.questions.map(({ question }) => question)).toEqual(['Et le partenaire ?'])
    expect(apres.questions[0]?.donnee?.question).toBe(partenaire?.question)
    await own.db.campagne.update({ where: { id: campagneId }, data: { grille: [] } })
  })

  test('two officers at once: different answers are both kept, of two to one question the second is told', async () => {
    const { id } = await uneFiche()
    const both = await Promise.all([repondre(id, 'PARTENAIRE', 'NON'), repondre(id, 'TERRITOIRE', 'OUI', collegue)])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    const codes = (await page(id)).questions.filter(({ donnee }) => donnee).map(({ code }) => code)
    expect(codes).toEqual(['TERRITOIRE', 'PARTENAIRE'])
    expect(await repondre(id, 'PARTENAIRE', 'OUI', collegue)).toEqual({
      ok: false,
      reason: 'REPONSE_CHANGEE',
      detail: 'Camille Essai',
    })
    const redaction = { preProjetId: id, avis: 'A_RETRAVAILLER' as const, corps: 'Mes mots.', propose: 'x', vu: null }
    expect(await redigerReponse(deps(), agent, redaction)).toMatchObject({ ok: true })
    expect(await redigerReponse(deps(), collegue, { ...redaction, corps: 'Les siens.' })).toMatchObject({
      reason: 'REDACTION_CHANGEE',
    })
    expect((await page(id)).redaction?.corps).toBe('Mes mots.')
  })

  test('what was shown is what leaves, as an answer to the last mail of the structure', async () => {
    const { id, messageId } = await uneFiche()
    const corps = 'Voici notre réponse.\n\n- un point\n- un autre'
    const apercu = await apercuReponse(own.db, agent, { preProjetId: id, avis: 'DEFAVORABLE', corps })
    if (!apercu.ok) throw new Error(apercu.reason)
    const { empreinte, courriel, version } = apercu.value
    const voulu = { preProjetId: id, version, avis: 'DEFAVORABLE' as const, texte: corps, vu: empreinte }
    const { titre } = await row(id)
    await own.db.preProjet.update({ where: { id }, data: { titre: 'Autre titre' } })
    expect(await rendreAvis(deps(), agent, voulu)).toEqual({ ok: false, reason: 'COURRIEL_CHANGE' })
    await own.db.preProjet.update({ where: { id }, data: { titre } })
    expect(await rendreAvis(deps(), agent, voulu)).toMatchObject({ ok: true })
    const ecrit = await own.db.courriel.findFirstOrThrow({ where: { preProjetId: id } })
    const { signature: _, ...vu } = courriel ?? {}
    expect(ecrit).toMatchObject({
      ...vu,
      sujet: 'Re: Notre fiche',
      enReponseA: messageId,
      references: ['debut@exemple.test', messageId],
      acteurType: 'AGENT',
      acteurId: agent.id,
      partirLe: null,
    })
    expect(ecrit.texte).toContain('• un point\n• un autre')
    expect(ecrit.texte).toContain('Camille Essai')
    await expect(rendreAvis(deps(), agent, voulu)).rejects.toBeInstanceOf(Conflict)
  })

  test.each([
    ['Déposez avant le 30 avril 2025.', null],
    ['Déposez avant le 13 mai 2025.', DEMAIN],
  ])('« %s » is not said once its day is over when it would leave', async (texte, partirLe) => {
    const { id } = await uneFiche()
    const voulu = { ...(await vise(id)), avis: 'FAVORABLE' as const, texte, ...(partirLe && { partirLe }) }
    expect(await rendreAvis(deps(), agent, voulu)).toEqual({ ok: false, reason: 'ECHEANCE_PASSEE' })
    expect(await own.db.courriel.count({ where: { preProjetId: id } })).toBe(0)
    expect((await row(id)).avis).toBeNull()
    expect(await rendreAvis(deps(), agent, { ...voulu, texte: 'Déposez avant le 30 septembre 2025.' })).toMatchObject({
      ok: true,
    })
  })

  test('scheduled, then taken back: nothing leaves, and the fiche and the draft are as before', async () => {
    const { id } = await uneFiche()
    await redigerReponse(deps(), agent, {
      preProjetId: id,
      avis: 'HORS_CHAMP',
      corps: 'Mes mots à moi.',
      propose: 'p',
      vu: null,
    })
    const voulu = { avis: 'HORS_CHAMP' as const, texte: 'Mes mots à moi.' }
    expect(await rendreAvis(deps(), agent, { ...(await vise(id)), ...voulu, partirLe: new Date(0) })).toMatchObject({
      reason: 'DEPART_PASSE',
    })
    expect(await rendreAvis(deps(), agent, { ...(await vise(id)), ...voulu, partirLe: DEMAIN })).toMatchObject({
      ok: true,
    })
    expect(await row(id)).toMatchObject({ etat: 'AVIS_RENDU', avis: 'HORS_CHAMP' })
    const courriel = await own.db.courriel.findFirstOrThrow({ where: { preProjetId: id } })
    const promesse = { payload: { path: ['courrielId'], equals: courriel.id } }
    expect(await own.db.outboxJob.findFirst({ where: promesse })).toMatchObject({ runAt: DEMAIN })
    expect((await page(id)).attendent).toHaveLength(1)

    expect(await annulerCourriel(deps(), agent, { courrielId: courriel.id, version: 0 })).toMatchObject({ ok: true })
    expect(await row(id)).toMatchObject({ etat: 'A_TRAITER', avis: null, avisLe: null })
    expect((await page(id)).redaction?.corps).toBe('Mes mots à moi.')
    expect(await own.db.outboxJob.count({ where: promesse })).toBe(0)
  })

  test('an avis whose mail still waits is replaced by the next one', async () => {
    const { id } = await uneFiche()
    const voulu = { texte: 'Une phrase assez longue.' }
    await rendreAvis(deps(), agent, { ...(await vise(id)), ...voulu, avis: 'FAVORABLE', partirLe: DEMAIN })
    await rendreAvis(deps(), agent, { ...(await vise(id)), ...voulu, avis: 'DEFAVORABLE' })
    const etats = await own.db.courriel.findMany({ where: { preProjetId: id }, orderBy: { creeLe: 'asc' } })
    expect(etats.map(({ etat }) => etat).toSorted()).toEqual(['ANNULE', 'A_ENVOYER'])
  })

  test('a message is an answer in the thread, once, and not by two officers at once', async () => {
    const { id, messageId } = await uneFiche()
    const sujet = { preProjetId: id }
    const { correspondants, fil: filVu } = await formulaireMessage(own.db, sujet)
    expect(correspondants.map(({ adresse }) => adresse)).toEqual(['secretariat@exemple.test', 'ines@exemple.test'])
    const message = { sujet, jeton: JETON, destinataire: 'secretariat@exemple.test', corps: 'Oui, bien sûr.', filVu }
    expect(await ecrireMessage(deps(), agent, { ...message, destinataire: 'x@exemple.test' })).toMatchObject({
      reason: 'DESTINATAIRE_INCONNU',
    })
    const both = await Promise.all([ecrireMessage(deps(), agent, message), ecrireMessage(deps(), collegue, message)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ reason: 'FIL_CHANGE' })
    await ecrireMessage(deps(), agent, message)
    await ecrireMessage(deps(), collegue, message)
    const ecrits = await own.db.courriel.findMany({ where: { preProjetId: id } })
    expect(ecrits).toHaveLength(1)
    expect(ecrits[0]).toMatchObject({ modele: 'message_libre', sujet: 'Re: Notre fiche', enReponseA: messageId })
    const fil = await filCourriels(own.db, sujet)
    expect(fil.map(({ sens }) => sens)).toEqual(['RECU', 'ENVOYE'])
  })
})
