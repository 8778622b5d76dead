import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DemandeLue } from '#domain/portail/demande-lue'
import { apresWindows1252 } from '#domain/portail/demande-lue'
import { rapprocher } from '#domain/portail/rapprochement'
import { ouvrirListing } from '#fichiers/livraison/listing'

type Attendu = { kind: string; siretValid: boolean; deposited: string; requested: number }

const DOSSIER = 'tests/fixtures/e-partenaire'
const attendus: Record<string, Attendu> = JSON.parse(readFileSync(`${DOSSIER}/attendu.json`, 'utf8'))

async function lire(nom: string) {
  const listing = await ouvrirListing({ nom, contenu: readFileSync(`${DOSSIER}/${nom}`) })
  if (!listing.ok) throw new Error(listing.detail)
  const demandes: DemandeLue[] = []
  for await (const lue of listing.value.lignes()) {
    if (lue.nature !== 'DEMANDE') throw new Error(JSON.stringify(lue))
    demandes.push(lue.demandeLue)
  }
  return { listing: listing.value, demandes }
}

let csv: Awaited<ReturnType<typeof lire>>
let xlsx: Awaited<ReturnType<typeof lire>>

beforeAll(async () => {
  csv = await lire('demandes.csv')
  xlsx = await lire('demandes.xlsx')
})

describe('the extraction of the samples', () => {
  test.each(['csv', 'xlsx'])('%s holds 152 deposited demandes and 8 drafts', (format) => {
    const { demandes } = format === 'csv' ? csv : xlsx
    expect(demandes.filter(({ etat }) => etat === 'DEPOSE')).toHaveLength(152)
    expect(demandes.filter(({ etat, numero }) => etat === 'BROUILLON' && numero === null)).toHaveLength(8)
    expect(new Set(demandes.map(({ cleBrouillon }) => cleBrouillon)).size).toBe(160)
  })

  test('each demande says what was expected of it', () => {
    for (const { demandes } of [csv, xlsx]) {
      const lus = Object.fromEntries(
        demandes.flatMap(({ numero, structure, deposeLe, montantDemande }) =>
          numero === null
            ? []
            : [
                [
                  numero,
                  {
                    kind: structure.genre,
                    siretValid: structure.siret !== null,
                    deposited: deposeLe,
                    requested: Number(montantDemande) / 100,
                  },
                ],
              ],
        ),
      )
      const voulus = Object.fromEntries(
        Object.entries(attendus).map(([numero, { kind, siretValid, deposited, requested }]) => [
          numero,
          { kind, siretValid, deposited, requested },
        ]),
      )
      expect(lus).toEqual(voulus)
    }
  })

  test('the only anomalies are the four wrong SIRET', () => {
    for (const { demandes } of [csv, xlsx]) {
      const anomalies = demandes.flatMap(({ numero, anomalies: notees }) =>
        notees.map(({ colonne, motif }) => ({ numero, colonne, motif })),
      )
      const faux = Object.keys(attendus).filter((numero) => attendus[numero]?.siretValid === false)
      expect(anomalies).toEqual(
        faux.map((numero) => ({
          numero,
          colonne: 'SIRET',
          motif: 'La clé du SIRET est fausse\u00a0: un chiffre a été mal saisi.',
        })),
      )
    }
  })

  test('both formats give the same demandes, letters unknown to Windows-1252 apart', () => {
    const sansPertes = (demandeLue: DemandeLue) =>
      JSON.parse(
        JSON.stringify(demandeLue, (cle, valeur) =>
          cle === 'ligne'
            ? 0
            : typeof valeur === 'bigint'
              ? String(valeur)
              : typeof valeur === 'string'
                ? apresWindows1252(valeur)
                : valeur,
        ),
      )
    expect(xlsx.demandes.map(sansPertes)).toEqual(csv.demandes.map(sansPertes))
  })

  test('one format after the other changes nothing, and gives back the letters that were lost', () => {
    csv.demandes.forEach((demandeLue, i) => {
      const autre = xlsx.demandes[i]
      if (!autre) throw new Error('no such line')
      const apresXlsx = rapprocher({ donnees: autre.donnees, numero: autre.numero }, demandeLue)
      expect(apresXlsx).toEqual({ nature: 'INCHANGEE' })
      const apresCsv = rapprocher({ donnees: demandeLue.donnees, numero: demandeLue.numero }, autre)
      const champs = apresCsv.nature === 'CHANGEE' ? apresCsv.differences.map(({ champ }) => champ) : []
      expect(['objet', 'villePartenaire'], demandeLue.objet).toEqual(expect.arrayContaining(champs))
    })
  })

  test('titles above the heading, totals below, and the lines of the file', () => {
    expect(xlsx.listing.entete.ligne).toBe(2)
    expect(csv.listing.entete.ligne).toBe(1)
    expect(xlsx.listing.total).toBe(161)
    expect(xlsx.demandes[0]).toMatchObject({ ligne: 3, numero: '2025-01001' })
    expect(csv.demandes[0]).toMatchObject({ ligne: 2, numero: '2025-01001' })
  })

  test('every field of the form is kept', () => {
    expect(xlsx.demandes[0]?.donnees).toMatchObject({
      deposeLe: '20/04/2025',
      montantDemande: '15\u202f750,00',
      siret: '74842491800039',
      correspondantPrenom: 'Maëlle',
      villePartenaire: 'Pérouse',
    })
    expect(xlsx.demandes[0]?.structure).toMatchObject({
      commune: 'Méricourt',
      codeInsee: '62570',
      adresse: '66 RUE DE LA MAIRIE',
      telephone: '0353018856',
    })
    expect(xlsx.demandes[0]?.projet).toEqual({
      pays: 'Italie',
      villePartenaire: 'Pérouse',
      dateDebut: '2025-11-05',
      dateFin: '2025-11-14',
      nbParticipants: 51,
    })
  })
})
