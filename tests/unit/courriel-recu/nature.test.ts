import { describe, expect, test } from 'vitest'
import { automatismeDe } from '#domain/courriel-recu/automatisme'
import type { Connus, CourrielARanger, FicheConnue } from '#domain/courriel-recu/connus'
import { reconnaitre } from '#domain/courriel-recu/nature'
import { ficheVide } from '#domain/pre-projet/fiche'
import { extraireFiche } from '#domain/pre-projet/lecture/lecture'

const SIRET = '74039848200019'
const AUTRE_SIRET = '82811035300020'

const fiche = (structure: string, siret: string, titre: string) =>
  extraireFiche(
    [`Structure : ${structure}`, `SIRET : ${siret}`, `Titre : ${titre}`].map((ligne) => ({
      cellules: [ligne],
      source: { fichier: 'f', endroit: 'l' },
    })),
  )

const courriel = (de: Partial<CourrielARanger>): CourrielARanger => ({
  messageId: 'm@x',
  empreinte: 'e',
  objet: '',
  texte: '',
  inReplyTo: null,
  references: [],
  remise: null,
  automatisme: null,
  fiche: null,
  ficheCitee: false,
  ficheIllisible: false,
  aOuvrir: [],
  autresFiches: [],
  campagneCode: 'MEI-2025',
  ...de,
})

const connue: FicheConnue = {
  preProjetId: 'p1',
  siret: SIRET,
  structurePliee: 'maison des jeunes',
  titrePlie: 'jumelage a caceres',
  campagneCode: 'MEI-2025',
  etat: 'A_TRAITER',
  versions: [],
}
const connus = (fiches: FicheConnue[] = [connue]): Connus => ({
  messageIds: new Map([
    ['premier@x', 'p1'],
    ['question@x', null],
  ]),
  empreintes: new Map([['deja', 'p1']]),
  fiches,
  autresFiches: new Map(),
  nosCourriels: new Map(),
  rendu: null,
})
const nature = (de: Partial<CourrielARanger>, fiches?: FicheConnue[]) => reconnaitre(courriel(de), connus(fiches))

test('a mail seen before is a doublon, by its identifier or by what it says', () => {
  expect(nature({ messageId: 'premier@x', fiche: fiche('A', SIRET, 'B') })).toMatchObject({
    nature: 'DOUBLON',
    preProjetId: 'p1',
  })
  expect(nature({ empreinte: 'deja' })).toMatchObject({ nature: 'DOUBLON', preProjetId: 'p1' })
  expect(nature({ messageId: 'question@x' })).toMatchObject({ nature: 'DOUBLON', preProjetId: null })
})

describe('a fiche is new, or another version', () => {
  const nouvelle = fiche('Maison des Jeunes', SIRET, 'Jumelage à Cáceres')
  test('of the conversation it answers, even at its far end', () => {
    expect(nature({ fiche: fiche('Maison des jeunes', SIRET, 'Autre titre'), inReplyTo: 'premier@x' })).toMatchObject({
      nature: 'NOUVELLE_VERSION',
      preProjetId: 'p1',
    })
    expect(nature({ fiche: nouvelle, inReplyTo: 'inconnu@x', references: ['premier@x', 'question@x'] })).toMatchObject({
      nature: 'NOUVELLE_VERSION',
      preProjetId: 'p1',
    })
  })
  test('not when it answers with the project of somebody else', () => {
    expect(nature({ fiche: fiche('Collège Y', AUTRE_SIRET, 'Erasmus'), inReplyTo: 'premier@x' })).toMatchObject({
      nature: 'FICHE',
    })
  })
  test('of the same structure and title, by SIRET or by name, in the same campagne', () => {
    expect(nature({ fiche: nouvelle })).toMatchObject({ nature: 'NOUVELLE_VERSION', preProjetId: 'p1' })
    expect(nature({ fiche: fiche('MAISON DES JEUNES', '1', 'JUMELAGE A CACERES') })).toMatchObject({
      nature: 'NOUVELLE_VERSION',
    })
    expect(nature({ fiche: nouvelle, campagneCode: 'MEI-2026' })).toMatchObject({ nature: 'FICHE' })
    expect(nature({ fiche: fiche('Maison des Jeunes', SIRET, 'Autre projet') })).toMatchObject({ nature: 'FICHE' })
    expect(nature({ fiche: fiche('Autre', AUTRE_SIRET, 'Jumelage à Cáceres') })).toMatchObject({ nature: 'FICHE' })
  })
  test('two fiches without a title are not the same for that', () => {
    expect(nature({ fiche: fiche('Maison des Jeunes', SIRET, '') }, [{ ...connue, titrePlie: '' }])).toMatchObject({
      nature: 'FICHE',
    })
  })
  test('when nothing can be read in it, a person has to type it in', () => {
    expect(nature({ ficheIllisible: true })).toMatchObject({
      nature: 'FICHE',
      motif: expect.stringContaining('à la main'),
    })
    expect(nature({ ficheIllisible: true, fiche: ficheVide() })).toMatchObject({
      nature: 'FICHE',
      motif: expect.stringContaining('à la main'),
    })
    expect(nature({ ficheIllisible: true, inReplyTo: 'premier@x' })).toMatchObject({
      nature: 'NOUVELLE_VERSION',
      preProjetId: 'p1',
    })
  })
})

test.each([
  ['Pouvez-vous rouvrir le dossier 2025-01012 ?', ['2025-01012']],
  ['Nous souhaitons MODIFIER notre budget (dossiers 2025-01012 et 2025–01013).', ['2025-01012', '2025-01013']],
  ['Une pièce est à remplacer dans le dossier 2025-01012, merci de le déverrouiller', ['2025-01012']],
  ['Notre RIB est erroné, dossier n° 2025-01012 : comment le corriger ?', ['2025-01012']],
  ['Nous avons validé trop vite le 2025-01012, pourriez-vous nous redonner la main dessus ?', ['2025-01012']],
  ['Est-il possible de repasser la demande 2025-01012 « en cours de saisie » ?', ['2025-01012']],
  ['Comment annuler la validation du dossier 2025-01012 ?', ['2025-01012']],
  ['Dossier 2025-01012 : je me suis trompée de RIB', ['2025-01012']],
  ['Nous avons oublié de joindre la délibération au 2025-01012.', ['2025-01012']],
  ['Puis-je ajouter une pièce au dossier 2025-01012 ?', ['2025-01012']],
])('%j asks for a deposited dossier back', (texte, numeros) => {
  expect(nature({ texte })).toMatchObject({ nature: 'DEMANDE_DEVERROUILLAGE', numeros })
})

test.each([
  ['Où en est le dossier 2025-01012 ?', 'sans demander à le modifier'],
  ['Bonjour, les frais de visa sont-ils éligibles ?', 'Question'],
  ['Merci pour votre retour.', 'Aucune fiche'],
  ['Sauf erreur, je passe la main à ma collègue.', 'Aucune fiche'],
  ['La main tendue du dossier 2025-01012 : merci !', 'sans demander à le modifier'],
  [
    'Bien reçu, merci pour le dossier 2025-01012.\n\nLe 3 mai 2025, la MCEI a écrit :\n> vous pouvez modifier votre dossier',
    'sans demander à le modifier',
  ],
])('%j is something else', (texte, motif) => {
  expect(nature({ texte })).toMatchObject({ nature: 'AUTRE', motif: expect.stringContaining(motif) })
})

test('an answer in the conversation of a fiche, without a new one, stays with its pré-projet', () => {
  expect(nature({ texte: 'Merci !', inReplyTo: 'premier@x' })).toMatchObject({ nature: 'AUTRE', preProjetId: 'p1' })
})

describe('an answer to a mail of ours', () => {
  const notre = {
    id: 'c1',
    sujet: 'Votre dossier 2025-01012 est ouvert à modification',
    ecritLe: '2025-05-06',
    preProjetId: null,
    dossierId: 'd1',
    numero: '2025-01012',
  } as const
  const dans = (de: Partial<CourrielARanger>, preProjetId: string | null = null) =>
    reconnaitre(courriel({ inReplyTo: 'c1@mcei.test', objet: `Re: ${notre.sujet}`, ...de }), {
      ...connus(),
      nosCourriels: new Map([['c1@mcei.test', { ...notre, preProjetId }]]),
    })
  test('goes with it, whatever the words of our own subject', () => {
    expect(dans({ texte: 'Merci, c’est fait.' })).toMatchObject({
      nature: 'AUTRE',
      dossierId: 'd1',
      reponseA: { id: 'c1' },
      motif: expect.stringContaining('du 06/05/2025'),
    })
  })
  test('asks for the dossier back when its own words do, number or not', () => {
    expect(dans({ texte: 'Pouvez-vous rouvrir le budget ?', objet: 'Re: votre message' })).toMatchObject({
      nature: 'DEMANDE_DEVERROUILLAGE',
      numeros: ['2025-01012'],
    })
  })
  test('is a new version when it carries a fiche about a pré-projet', () => {
    expect(dans({ fiche: fiche('Maison des jeunes', SIRET, 'Nouveau titre') }, 'p1')).toMatchObject({
      nature: 'NOUVELLE_VERSION',
      preProjetId: 'p1',
      motif: expect.stringContaining('notre message'),
    })
  })
  test.each([
    ['failed', 'n’est pas arrivé'],
    ['delayed', 'n’est pas encore arrivé'],
    ['delivered', 'est arrivé au serveur'],
    ['relayed', 'poursuit son chemin'],
  ] as const)('given back by a machine that proves it (%s) says what became of it, and is no fiche', (action, dit) => {
    const lu = courriel({ automatisme: 'NON_REMISE', fiche: fiche('Maison des jeunes', SIRET, 'Nouveau titre') })
    expect(reconnaitre(lu, { ...connus(), rendu: { courriel: notre, action } })).toMatchObject({
      nature: 'AUTRE',
      dossierId: 'd1',
      reponseA: { id: 'c1' },
      motif: expect.stringContaining(dit),
    })
  })
  test('said to be given back by a machine that proves nothing changes nothing', () => {
    expect(dans({ objet: 'Undelivered', automatisme: 'NON_REMISE' })).toMatchObject({
      nature: 'AUTRE',
      motif: expect.stringContaining('rien ne prouve'),
    })
  })
})

test('a machine asks for nothing, even when it quotes a dossier', () => {
  expect(nature({ texte: 'Merci de corriger 2025-01012', automatisme: 'REPONSE_AUTOMATIQUE' })).toMatchObject({
    nature: 'AUTRE',
    motif: expect.stringContaining('automatique'),
  })
})

test.each<[Parameters<typeof automatismeDe>[0], string, string, ReturnType<typeof automatismeDe>]>([
  [{ 'auto-submitted': 'auto-replied' }, 'Absence', 'a@b.test', 'REPONSE_AUTOMATIQUE'],
  [{ 'auto-submitted': 'no' }, 'Fiche', 'a@b.test', null],
  [{}, 'Réponse automatique : absent', 'a@b.test', 'REPONSE_AUTOMATIQUE'],
  [{}, 'RE: Out of Office', 'a@b.test', 'REPONSE_AUTOMATIQUE'],
  [{ 'content-type': 'multipart/report; report-type=delivery-status' }, 'x', 'a@b.test', 'NON_REMISE'],
  [{}, 'Undelivered Mail Returned to Sender', 'MAILER-DAEMON@b.test', 'NON_REMISE'],
  [{ 'list-unsubscribe': '<https://x.test>' }, 'La lettre de juin', 'a@b.test', 'ENVOI_EN_NOMBRE'],
  [{ precedence: 'bulk' }, 'Info', 'a@b.test', 'ENVOI_EN_NOMBRE'],
  [{}, 'Fiche pré-projet', 'a@b.test', null],
])('headers %j and subject %j', (entetes, objet, de, attendu) => {
  expect(automatismeDe(entetes, { objet, de })).toBe(attendu)
})
