import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Agent } from '#domain/acces/droits'
import { jourDeParis } from '#domain/temps/jour'
import type { DepsFichiers } from '#infra/deps'
import { agentDe } from '#infra/stores/acces/agent'
import { derniersDuFil, etatDuFil } from '#infra/stores/courriel-recu/fil'
import type { BilanCourriels } from '#infra/stores/portail/resume-import'
import { filCourriels } from '#queries/courriel/fil-courriels'
import { pageCourrielRecu } from '#queries/courriel-recu/courriels-recus'
import { courrielRecu, pieceJointe } from '#queries/courriel-recu/originaux-recus'
import { fichePreProjet } from '#queries/pre-projet/fiche-pre-projet'
import { unCourriel } from '#support/courriels'
import { texteWord, unDocx } from '#support/documents'
import { ownDb } from '#support/own-db'
import { importer, message, NOW, receptionDeps, recevoirMail } from '#support/reception'
import { reclasserCourriel } from '#usecases/courriel-recu/reclasser-courriel'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
let agent: Agent
beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir)
  agent = agentDe(
    await own.db.agent.create({
      data: { courriel: 'agent@mcei.test', nom: 'Duriez', prenom: 'Camille', role: 'INSTRUCTEUR' },
    }),
  )
})
afterAll(() => own.drop())

type Projet = { titre: string; ville: string; jeunes?: number; structure?: string }

/** A fiche of this project: each test has a structure of its own, so that it knows only what it received. */
const lignes = ({ titre, ville, jeunes = 20, structure = 'Comité de Lillers' }: Projet) => [
  `Nom de la structure : ${structure}`,
  `Intitulé du projet : ${titre}`,
  'Pays : Pologne',
  `Ville : ${ville}`,
  `Nombre de jeunes : ${jeunes}`,
  'Date de début : 01/07/2025',
  'Coût total : 10 000 €',
]
const docx = (projet: Projet, nom = 'fiche.docx') => ({ nom, contenu: unDocx(texteWord(...lignes(projet))) })
let numero = 0
const entetes = (suite: Record<string, string> = {}) => ({
  'Message-ID': `<plusieurs-${(numero += 1)}@exemple.test>`,
  Subject: 'Nos projets',
  ...suite,
})
const tous = (structure: string) =>
  own.db.preProjet.findMany({ where: { structureNom: structure }, orderBy: { titre: 'asc' } })

test('two fiches joined to one mail are two, each with its versions, its journal and the same mail; the CLI tells both', async () => {
  const structure = 'Comité de Lillers'
  const [un, deux] = [
    { titre: 'Chantier de jeunes', ville: 'Katowice', structure },
    { titre: 'Festival de danse', ville: 'Gdansk', structure, jeunes: 30 },
  ] as const
  const mail = unCourriel({ entetes: entetes(), texte: 'Voici.', pieces: [docx(un), docx(deux, 'b.docx')] })
  const { messages } = await importer<BilanCourriels>(deps, [message(mail, 'deux.eml')])
  expect(messages).toMatchObject([
    { fichier: 'deux.eml', resultat: 'FICHE', champs: { titre: un.titre, nbJeunes: 20 } },
    { fichier: 'deux.eml', resultat: 'FICHE', champs: { titre: deux.titre, nbJeunes: 30 } },
  ])
  const fiches = await tous(structure)
  expect(fiches.map(({ id, titre }) => [id, titre])).toEqual(
    messages.map(({ preProjet, champs }) => [preProjet, champs?.titre]),
  )
  const [premiere, seconde] = fiches.map(({ id }) => id) as [string, string]
  const { id } = await own.db.courrielRecu.findFirstOrThrow({ where: { preProjetId: premiere } })
  expect((await pageCourrielRecu(own.db, id)).fiches.map((fiche) => fiche.id)).toEqual([premiere, seconde])
  for (const preProjetId of [premiere, seconde]) {
    const { courriels, journal } = await fichePreProjet(own.db, preProjetId, jourDeParis(NOW))
    expect(courriels.map((recu) => recu.id)).toEqual([id])
    expect(journal.map(({ acte }) => acte)).toContain('recevoirCourriel')
    const recus = (await filCourriels(own.db, { preProjetId })).filter(({ sens }) => sens === 'RECU')
    expect(recus.map((recu) => recu.id)).toEqual([id])
    expect((await derniersDuFil(own.db, { preProjetId }, 1))[0]).toMatchObject({ id })
    expect(await etatDuFil(own.db, { preProjetId })).toContain(id)
    expect(await courrielRecu(own.db, { id, preProjetId })).toMatchObject({ typeMime: 'message/rfc822' })
    const pieceId = courriels[0]?.pieces[1]?.id ?? ''
    expect(await pieceJointe(own.db, { courriel: { preProjetId }, pieceId })).toMatchObject({ nom: 'b.docx' })
  }
  // The same file again is one mail, and an answer that changes one of them is a version of that one.
  expect((await importer<BilanCourriels>(deps, [message(mail)])).messages).toMatchObject([{ resultat: 'DOUBLON' }])
  const reponse = { 'In-Reply-To': `<plusieurs-1@exemple.test>` }
  const suite = unCourriel({ entetes: entetes(reponse), texte: 'Corrigée.', pieces: [docx({ ...deux, jeunes: 31 })] })
  const { messages: corrigee } = await importer<BilanCourriels>(deps, [message(suite, 'suite.eml')])
  expect(corrigee).toMatchObject([{ resultat: 'NOUVELLE_VERSION', preProjet: seconde, champs: { nbJeunes: 31 } }])
  expect((await tous(structure)).map(({ nbJeunes }) => nbJeunes)).toEqual([20, 31])
  const lot = await own.db.lotLigne.findMany({ where: { fichier: 'deux.eml' }, orderBy: { rang: 'asc' } })
  expect(lot.map(({ rang, valeur }) => [rang, valeur])).toEqual([
    [0, premiere],
    [200, seconde],
  ])
})

test('a fiche joined and copied in the message under other words is one', async () => {
  const structure = 'Foyer de Béthune'
  const projet = { titre: 'Rencontres musicales à Herne', ville: 'Herne', structure }
  const corps = lignes({ ...projet, titre: 'Séjour de musique', jeunes: 20 }).join('\n')
  const texte = `Bonjour,\n\n${corps}\n\nCordialement`
  await recevoirMail(deps, 'copie.eml', unCourriel({ entetes: entetes(), texte, pieces: [docx(projet)] }))
  expect(await tous(structure)).toMatchObject([{ titre: projet.titre }])
})

test('a mail passed on with its fiche brings it beside the sender’s own, and the same one once', async () => {
  const structure = 'Club de Lens'
  const [mien, autre] = [
    { titre: 'Tournoi de judo', ville: 'Essen', structure },
    { titre: 'Voyage de mémoire', ville: 'Cracovie', structure, jeunes: 44 },
  ]
  const transferes = [autre, mien].map((projet, rang) => ({
    nom: `transfert-${rang}.eml`,
    type: 'message/rfc822',
    contenu: unCourriel({ entetes: entetes({ Subject: 'Fiche' }), texte: lignes(projet).join('\n') }),
  }))
  const mail = unCourriel({ entetes: entetes(), texte: 'La nôtre et les leurs.', pieces: [docx(mien), ...transferes] })
  await recevoirMail(deps, 'transfert.eml', mail)
  expect(await tous(structure)).toMatchObject([{ titre: mien.titre }, { titre: autre.titre, nbJeunes: 44 }])
})

test('a mail that is no fiche after all takes back all that it made, or nothing when one of them was worked on', async () => {
  const structure = 'Lycée de Calais'
  const projets = ['Chorale franco-belge', 'Atelier de théâtre'].map((titre, rang) => ({
    titre,
    ville: `Gand ${rang}`,
    structure,
  }))
  const mail = (texte: string) =>
    // A machine is not answered: no receipt stands in the way of taking the fiche back.
    unCourriel({
      entetes: entetes({ Precedence: 'bulk' }),
      texte,
      pieces: projets.map((projet, rang) => docx(projet, `${rang}.docx`)),
    })
  const recevoir = async (texte: string) => {
    const id = await recevoirMail(deps, 'x.eml', mail(texte))
    return own.db.courrielRecu.findUniqueOrThrow({ where: { id } })
  }
  const classer = ({ id, version }: { id: string; version: number }, nature: 'AUTRE' | 'FICHE') =>
    reclasserCourriel(deps, agent, { courrielRecuId: id, version, nature })
  const premier = await recevoir('Voici.')
  expect(await tous(structure)).toHaveLength(2)
  expect(await classer(premier, 'AUTRE')).toMatchObject({ ok: true, value: { defaits: ['FICHE_RETIREE'] } })
  expect(await tous(structure)).toEqual([])
  const revenu = await own.db.courrielRecu.findUniqueOrThrow({ where: { id: premier.id } })
  expect(await classer(revenu, 'FICHE')).toMatchObject({ ok: true })
  const [une] = await tous(structure)
  expect(await tous(structure)).toHaveLength(2)
  const autre = await own.db.ficheDeCourriel.findFirstOrThrow({ where: { courrielRecuId: premier.id } })
  await own.db.preProjet.update({ where: { id: autre.preProjetId }, data: { version: { increment: 1 } } })
  const encore = await own.db.courrielRecu.findUniqueOrThrow({ where: { id: premier.id } })
  expect(await classer(encore, 'AUTRE')).toEqual({ ok: false, reason: 'FICHE_DEJA_TRAVAILLEE' })
  expect((await tous(structure)).map(({ id }) => id)).toContain(une?.id)
  expect(await tous(structure)).toHaveLength(2)
})
