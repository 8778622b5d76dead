import { afterAll, beforeAll, expect, test } from 'vitest'
import { agentDe } from '#infra/stores/acces/agent'
import type { Agent } from '#domain/acces/droits'
import type { DepsFichiers } from '#infra/deps'
import { Conflict } from '#infra/errors'
import { unCourriel } from '#support/courriels'
import { csv, importer, receptionDeps, listing, recevoirMail } from '#support/reception'
import { ownDb } from '#support/own-db'
import { reclasserCourriel, type Reclassement } from '#usecases/courriel-recu/reclasser-courriel'
import { relireCourriel } from '#usecases/courriel-recu/relire-courriel'

let own: Awaited<ReturnType<typeof ownDb>>
let deps: DepsFichiers
let agent: Agent

beforeAll(async () => {
  own = await ownDb()
  deps = receptionDeps(own.db, own.dataDir)
  const row = await own.db.agent.create({
    data: { courriel: 'agent@mcei.test', nom: 'Duriez', prenom: 'Camille', role: 'INSTRUCTEUR' },
  })
  agent = agentDe(row)
  await importer(deps, [listing(csv({ Numéro: '2025-01012' }))])
})
afterAll(() => own.drop())

const FICHE = (titre: string, jeunes = 20) =>
  [
    'Nom de la structure : CLUB DES VOYAGES DE LENS',
    `Intitulé du projet : ${titre}`,
    'Pays : Allemagne',
    'Ville : Herne',
    `Nombre de jeunes : ${jeunes}`,
    'Date de début : 01/07/2025',
    'Coût total : 10 000 €',
    'Subvention souhaitée : 3 000 €',
  ].join('\r\n')

let n = 0
async function recevoir(texte: string, entetes: Record<string, string> = {}) {
  n += 1
  // A machine is not answered: no receipt leaves, unless a test is about one.
  const mail = unCourriel({ entetes: { 'Message-ID': `<r${n}@exemple.test>`, Precedence: 'bulk', ...entetes }, texte })
  return lire(await recevoirMail(deps, `r${n}.eml`, mail))
}
const lire = (id: string) => own.db.courrielRecu.findUniqueOrThrow({ where: { id }, include: { demandes: true } })

const reclasser = (
  { id: courrielRecuId, version }: { id: string; version: number },
  choix: Pick<Reclassement, 'nature'> & Partial<Reclassement>,
) => reclasserCourriel(deps, agent, { courrielRecuId, version, ...choix })

test('a question that is a fiche makes one, says who said so, and a second officer on the old page is told', async () => {
  const recu = await recevoir('Bonjour, pouvez-vous nous aider pour un séjour à Herne ?')
  expect(recu).toMatchObject({ nature: 'AUTRE', preProjetId: null })
  const fait = await reclasser(recu, { nature: 'FICHE' })
  expect(fait).toMatchObject({ ok: true, value: { defaits: [] } })
  const apres = await lire(recu.id)
  expect(apres).toMatchObject({
    nature: 'FICHE',
    naturePar: 'Camille Duriez',
    motifNature: 'Classé par Camille Duriez.',
    version: recu.version + 1,
  })
  expect(apres.preProjetId).toBe(fait.ok && fait.value.preProjetId)
  await expect(reclasser(recu, { nature: 'AUTRE' })).rejects.toBeInstanceOf(Conflict)
  expect(await own.db.entreeJournal.count({ where: { acte: 'reclasserCourriel', objetId: recu.id } })).toBe(1)
})

test('a fiche that is none is retired when nobody touched it, and what had followed it with it', async () => {
  const recu = await recevoir(FICHE('Séjour retiré'))
  const suite = await recevoir('Merci', { 'In-Reply-To': `<r${n}@exemple.test>`, Precedence: '' })
  expect(suite.preProjetId).toBe(recu.preProjetId)
  expect(await reclasser(recu, { nature: 'AUTRE' })).toMatchObject({ value: { defaits: ['FICHE_RETIREE'] } })
  expect(await own.db.preProjet.count({ where: { id: recu.preProjetId ?? '' } })).toBe(0)
  expect([(await lire(recu.id)).preProjetId, (await lire(suite.id)).preProjetId]).toEqual([null, null])
})

test('a fiche about which a mail has left stays, closed; one whose mail waits goes with it', async () => {
  for (const [etat, reste] of [
    ['ENVOYE', ['FICHE_CLOSE']],
    ['A_ENVOYER', ['FICHE_RETIREE']],
  ] as const) {
    const recu = await recevoir(FICHE(`Séjour ${etat}`))
    const preProjetId = recu.preProjetId ?? ''
    await own.db.courriel.create({
      data: {
        cleUnique: `fiche/${preProjetId}`,
        modele: 'avis_preprojet',
        destinataire: 'a@exemple.test',
        sujet: 's',
        texte: 't',
        html: 'h',
        preProjetId,
        etat,
        acteurType: 'SYSTEME',
        acteur: 'Le système',
        envoyeLe: etat === 'ENVOYE' ? deps.now() : null,
      },
    })
    expect(await reclasser(recu, { nature: 'AUTRE' })).toMatchObject({ value: { defaits: reste } })
    const fiche = await own.db.preProjet.findUnique({ where: { id: preProjetId } })
    expect(fiche?.etat).toBe(etat === 'ENVOYE' ? 'CLOS' : undefined)
    expect((await own.db.courriel.findUniqueOrThrow({ where: { cleUnique: `fiche/${preProjetId}` } })).etat).toBe(
      etat === 'ENVOYE' ? 'ENVOYE' : 'ANNULE',
    )
  }
})

test('a fiche that an officer worked on is kept: the mail stays with it, or nothing changes', async () => {
  const recu = await recevoir(FICHE('Séjour travaillé'))
  const preProjetId = recu.preProjetId ?? ''
  await own.db.preProjet.update({ where: { id: preProjetId }, data: { avisTexte: 'tapé', version: { increment: 1 } } })
  expect(await reclasser(recu, { nature: 'AUTRE' })).toMatchObject({ ok: false, reason: 'FICHE_DEJA_TRAVAILLEE' })
  expect(await lire(recu.id)).toMatchObject({ nature: 'FICHE', version: recu.version })
  expect(await reclasser(recu, { nature: 'AUTRE', preProjetId })).toMatchObject({ ok: true, value: { defaits: [] } })
  expect(await own.db.preProjet.findUniqueOrThrow({ where: { id: preProjetId } })).toMatchObject({ avisTexte: 'tapé' })
})

test('a fiche becomes a new version of another, and the other is given back what it said when that is undone', async () => {
  const premiere = await recevoir(FICHE('Séjour premier', 20))
  const seconde = await recevoir(FICHE('Séjour second', 35))
  const preProjetId = premiere.preProjetId ?? ''
  expect(await reclasser(seconde, { nature: 'NOUVELLE_VERSION' })).toMatchObject({ reason: 'PRE_PROJET_MANQUANT' })
  expect(await reclasser(seconde, { nature: 'NOUVELLE_VERSION', preProjetId })).toMatchObject({
    value: { preProjetId, defaits: ['FICHE_RETIREE'] },
  })
  const fiche = () => own.db.preProjet.findUniqueOrThrow({ where: { id: preProjetId } })
  expect(await fiche()).toMatchObject({ nbJeunes: 35, titre: 'Séjour second' })
  expect(await reclasser(await lire(seconde.id), { nature: 'FICHE' })).toMatchObject({
    value: { defaits: ['FICHE_RENDUE'] },
  })
  expect(await fiche()).toMatchObject({ nbJeunes: 20, titre: 'Séjour premier' })
})

test('what an officer did after a new version keeps its values there', async () => {
  const premiere = await recevoir(FICHE('Séjour suivi', 20))
  const seconde = await recevoir(FICHE('Séjour suivi', 30))
  expect(seconde).toMatchObject({ nature: 'NOUVELLE_VERSION', preProjetId: premiere.preProjetId })
  await own.db.preProjet.update({ where: { id: seconde.preProjetId ?? '' }, data: { version: { increment: 1 } } })
  expect(await reclasser(seconde, { nature: 'AUTRE' })).toMatchObject({ value: { defaits: ['VALEURS_GARDEES'] } })
  const fiche = await own.db.preProjet.findUniqueOrThrow({ where: { id: premiere.preProjetId ?? '' } })
  expect(fiche.nbJeunes).toBe(30)
})

test('a request to reopen goes to the dossier an officer names, and is taken back until it is answered', async () => {
  const recu = await recevoir('Notre RIB a changé, que faire ?', { Precedence: '' })
  expect(await reclasser(recu, { nature: 'DEMANDE_DEVERROUILLAGE' })).toMatchObject({ reason: 'DOSSIER_MANQUANT' })
  expect(await reclasser(recu, { nature: 'DEMANDE_DEVERROUILLAGE', numero: '2025-99999' })).toMatchObject({
    reason: 'DOSSIER_INCONNU',
  })
  expect(await reclasser(recu, { nature: 'DEMANDE_DEVERROUILLAGE', numero: '2025-01012' })).toMatchObject({
    value: { numero: '2025-01012' },
  })
  expect((await lire(recu.id)).demandes).toHaveLength(1)
  expect(await reclasser(await lire(recu.id), { nature: 'AUTRE', numero: '2025-01012' })).toMatchObject({
    value: { defaits: ['DEMANDE_RETIREE'] },
  })
  const apres = await lire(recu.id)
  expect(apres.demandes).toHaveLength(0)
  expect(apres.dossierId).not.toBeNull()

  await reclasser(apres, { nature: 'DEMANDE_DEVERROUILLAGE', numero: '2025-01012' })
  await own.db.demandeDeverrouillage.updateMany({ where: { courrielRecuId: recu.id }, data: { etat: 'REFUSEE' } })
  expect(await reclasser(await lire(recu.id), { nature: 'AUTRE' })).toMatchObject({ reason: 'DEMANDE_DEJA_TRAITEE' })
})

test('a mail that cannot be read is read anew, or becomes a fiche to be typed beside it', async () => {
  const id = await recevoirMail(deps, 'casse.eml', Buffer.from('Bonjour, ceci n’est pas un message.'))
  const recu = await lire(id)
  expect(recu.nature).toBe('ILLISIBLE')
  expect(await relireCourriel(deps, agent, { courrielRecuId: id, version: recu.version })).toMatchObject({ ok: true })
  const relu = await lire(id)
  expect(relu).toMatchObject({ nature: 'ILLISIBLE', version: recu.version + 1 })
  const fait = await reclasser(relu, { nature: 'FICHE' })
  expect(fait.ok && fait.value.preProjetId).toBeTruthy()
  expect(await own.db.preProjet.count({ where: { id: (fait.ok && fait.value.preProjetId) || '' } })).toBe(1)
})

test('a file found infected stays so when the mail, read again, holds other files than were kept', async () => {
  n += 1
  const mail = unCourriel({
    entetes: { 'Message-ID': `<r${n}@exemple.test>`, Precedence: 'bulk' },
    texte: 'Ci-joint.',
    pieces: ['un', 'deux', 'trois'].map((nom) => ({ nom: `${nom}.txt`, contenu: Buffer.from(nom) })),
  })
  const recu = await lire(await recevoirMail(deps, `r${n}.eml`, mail))
  const dire = (nom: string, analyse: 'SAIN' | 'INFECTE') =>
    own.db.pieceJointe.updateMany({
      where: { courrielRecuId: recu.id, nom },
      data: { analyse, analyseLe: deps.now(), analyseDetail: analyse === 'INFECTE' ? 'Essai.Eicar' : '' },
    })
  await dire('un.txt', 'SAIN')
  await dire('deux.txt', 'INFECTE')
  await own.db.pieceJointe.deleteMany({ where: { courrielRecuId: recu.id, nom: 'trois.txt' } })
  expect(await reclasser(recu, { nature: 'FICHE' })).toMatchObject({ ok: true })
  const pieces = await own.db.pieceJointe.findMany({ where: { courrielRecuId: recu.id }, orderBy: { rang: 'asc' } })
  expect(pieces.map(({ nom, analyse, analyseDetail, analyseLe }) => [nom, analyse, analyseDetail, analyseLe])).toEqual([
    ['un.txt', 'SAIN', '', deps.now()],
    ['deux.txt', 'INFECTE', 'Essai.Eicar', deps.now()],
    ['trois.txt', 'NON_ANALYSE', '', null],
  ])
})

test('a LECTEUR reclassifies nothing', async () => {
  const recu = await recevoir('Bonjour')
  await expect(
    reclasserCourriel(
      deps,
      { ...agent, role: 'LECTEUR' },
      { courrielRecuId: recu.id, version: recu.version, nature: 'FICHE' },
    ),
  ).rejects.toThrow('forbidden')
})
