import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { automatismeDe } from '#domain/courriel-recu/automatisme'
import type { Connus, FicheConnue } from '#domain/courriel-recu/connus'
import { reconnaitre } from '#domain/courriel-recu/nature'
import { estHorsDelai } from '#domain/dossier/delais'
import { enregistrer } from '#domain/pre-projet/champs'
import { plier } from '#domain/texte'
import { jourDeParis } from '#domain/temps/jour'
import { readEml } from '#support/courriel-lu'
import { readFiche } from '#fichiers/document/fiche-recue'

type Attendu = {
  kind: 'fiche' | 'duplicate' | 'newVersion' | 'other' | 'unlockRequest'
  structure?: string
  siret?: string
  titre?: string
  pays?: string
  ville?: string
  jeunes?: number
  coutTotal?: number
  subventionSouhaitee?: number
  dateDebut?: string
  dateFin?: string
  late?: boolean
  needsHuman?: boolean
  of?: string
  dossier?: string
}

const attendus: Record<string, Attendu> = JSON.parse(readFileSync('tests/fixtures/verite/courriels.json', 'utf8'))
const NATURE = {
  fiche: 'FICHE',
  duplicate: 'DOUBLON',
  newVersion: 'NOUVELLE_VERSION',
  other: 'AUTRE',
  unlockRequest: 'DEMANDE_DEVERROUILLAGE',
}

/** Receives the mails in their order, each knowing those before. */
async function recevoir() {
  const messageIds = new Map<string, string | null>()
  const empreintes = new Map<string, string | null>()
  const fiches: FicheConnue[] = []
  const connus: Connus = {
    messageIds,
    empreintes,
    autresFiches: new Map(),
    fiches,
    nosCourriels: new Map(),
    rendu: null,
  }
  const recus = []
  for (const fichier of readdirSync('tests/fixtures/courriels').sort()) {
    const nom = fichier.replace('.eml', '')
    const lu = await readEml(readFileSync(`tests/fixtures/courriels/${fichier}`))
    if (!lu.ok) throw new Error(`${fichier}: ${lu.detail}`)
    const { fiche, autres, citee, illisible, aOuvrir, pieces } = await readFiche(lu.value)
    const automatisme = automatismeDe(lu.value.entetes, { objet: lu.value.objet, de: lu.value.de.adresse })
    const reconnu = reconnaitre(
      {
        ...lu.value,
        automatisme,
        fiche,
        ficheCitee: citee,
        ficheIllisible: illisible,
        aOuvrir,
        autresFiches: autres.map((autre) => ({ ...autre, campagneCode: 'MEI-2025' })),
        campagneCode: 'MEI-2025',
      },
      connus,
    )
    const preProjetId = 'preProjetId' in reconnu ? reconnu.preProjetId : reconnu.nature === 'FICHE' ? nom : null
    if (!messageIds.has(lu.value.messageId)) messageIds.set(lu.value.messageId, preProjetId)
    empreintes.set(lu.value.empreinte, preProjetId)
    if (reconnu.nature === 'FICHE') {
      const { siret, structure, titre } = fiche?.champs ?? {}
      fiches.push({
        preProjetId: nom,
        siret: siret?.valeur ?? null,
        structurePliee: plier(structure?.valeur ?? ''),
        titrePlie: plier(titre?.valeur ?? ''),
        campagneCode: 'MEI-2025',
        etat: 'A_TRAITER',
        versions: fiche ? [enregistrer(fiche)] : [],
      })
    }
    recus.push({ nom, courriel: lu.value, fiche, pieces, reconnu })
  }
  return recus
}

const recus = await recevoir()

test.each(recus)('$nom is recognised for what it is', ({ nom, reconnu }) => {
  const attendu = attendus[nom]
  expect(reconnu.nature).toBe(NATURE[attendu?.kind ?? 'other'])
  expect(reconnu.motif).toMatch(/\.$/)
  if (attendu?.of) expect(reconnu).toMatchObject({ preProjetId: attendu.of })
  if (attendu?.dossier) expect(reconnu).toMatchObject({ numeros: [attendu.dossier] })
})

test.each(recus.filter(({ nom }) => attendus[nom]?.titre && !attendus[nom].needsHuman))(
  '$nom: every field as written',
  ({ nom, fiche }) => {
    const champs = fiche?.champs ?? {}
    const euros = (cents: bigint | null | undefined) => (cents == null ? null : Number(cents) / 100)
    expect({
      structure: champs.structure?.valeur,
      siret: champs.siret?.valeur,
      titre: champs.titre?.valeur,
      pays: champs.pays?.valeur,
      ville: champs.ville?.valeur,
      jeunes: champs.nbJeunes?.valeur,
      coutTotal: euros(champs.coutTotal?.valeur),
      subventionSouhaitee: euros(champs.montantSouhaite?.valeur),
      dateDebut: champs.dateDebut?.valeur,
      dateFin: champs.dateFin?.valeur,
    }).toEqual(
      Object.fromEntries(
        Object.entries(attendus[nom] ?? {}).filter(([cle]) => !['kind', 'late', 'of', 'readableBy'].includes(cle)),
      ),
    )
    expect(fiche?.aRelire).toEqual([])
    expect(champs.genre?.valeur).toBeTruthy()
    expect(champs.theme?.valeur).toBeTruthy()
    expect(champs.description?.valeur).toMatch(/^Le projet r[eé]unit/)
  },
)

test('a scan is a fiche of which everything is left to read, and the reason is said', () => {
  const scan = recus.find(({ nom }) => nom === '07-scan-pdf')
  expect(scan?.fiche?.champs).toEqual({})
  expect(scan?.fiche?.aRelire).toContain('montantSouhaite')
  expect(scan?.pieces).toEqual([
    { nom: 'numérisation_0012.pdf', lu: false, motif: expect.stringContaining('numérisé') },
  ])
})

test.each(recus.filter(({ nom, courriel }) => attendus[nom]?.late !== undefined && courriel.date))(
  '$nom: late or not at the end of the day in Paris',
  ({ nom, courriel }) => {
    expect(estHorsDelai(jourDeParis(courriel.date ?? new Date(0)), '2025-06-13')).toBe(attendus[nom]?.late)
  },
)

test('a mail whose date cannot be read has none, rather than the present moment', () => {
  expect(recus.filter(({ courriel }) => courriel.date === null).map(({ nom }) => nom)).toEqual([
    '04-form-pdf',
    '06-docx',
    '12-docx',
  ])
})
