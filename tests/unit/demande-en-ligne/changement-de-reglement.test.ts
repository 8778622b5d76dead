import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CHAMPS_REGLEMENT } from '#domain/campagne/champs-reglement'
import {
  ceQuiAChange,
  champsAnnonces,
  genresConcernes,
  piecesChangees,
} from '#domain/demande-en-ligne/changement-de-reglement'
import { CHAMPS_FIXES } from '#domain/demande-en-ligne/etapes'
import { direChangement } from '#libelles/demande-en-ligne/changement-de-reglement'

const MAI = new Date('2027-05-02T10:00:00Z')
const JUIN = new Date('2027-06-12T10:00:00Z')
const AUCUNE = { avant: [], apres: [], donnees: [], exclu: null }
const REPONSES = { objet: 'Fresque', pays: 'Allemagne', montantDemande: '10000', dateDebut: '12/07/2027' }

const ligne = (genre: 'association' | 'commune', code: 'RIB' | 'LETTRE', exigence: 'OBLIGATOIRE' | 'SI_PERTINENT') => ({
  ...{ genre, code, exigence, condition: null, regles: null, motifs: [] },
})

describe('what changed of a règlement, to who fills in a demande', () => {
  test('names the last change, what moved, and the answers that it touches: those that were given', () => {
    const dit = ceQuiAChange(
      [
        { le: MAI, champs: ['pays', 'signataireNom'] },
        { le: JUIN, champs: ['tauxMax', 'ageMin'] },
      ],
      REPONSES,
      AUCUNE,
    )
    expect(dit).toEqual({
      le: JUIN,
      champs: ['pays', 'tauxMax', 'ageMin'],
      reponses: ['pays', 'montantDemande'],
      nouvelles: [],
      abandonnees: [],
      exclu: null,
    })
    const { phrase, points } = direChangement(
      dit ?? { ...{ le: MAI, champs: [], reponses: [] }, ...{ nouvelles: [], abandonnees: [], exclu: null } },
    )
    expect(phrase.replace(/\u00a0/g, ' ')).toBe(
      'Le règlement a changé le 12 juin 2027 : relisez-le et cochez de nouveau la case.',
    )
    expect(points).toEqual(['les pays', 'la part du coût que le Département paie', 'l’âge des jeunes'])
  })

  test('is nothing where only the work of the service moves, or the pièces of others', () => {
    expect(ceQuiAChange([], REPONSES, AUCUNE)).toBeNull()
    expect(ceQuiAChange([{ le: MAI, champs: ['signataireNom', 'complementJours'] }], REPONSES, AUCUNE)).toBeNull()
    expect(ceQuiAChange([{ le: MAI, champs: [] }], REPONSES, AUCUNE)).toBeNull()
  })

  test('a pièce is newly asked when it must be given and needed not be, and no more asked when it is asked of nobody', () => {
    const avant = [ligne('association', 'RIB', 'SI_PERTINENT'), ligne('association', 'LETTRE', 'OBLIGATOIRE')]
    const apres = [ligne('association', 'RIB', 'OBLIGATOIRE')]
    expect(piecesChangees({ avant, apres })).toEqual({ nouvelles: ['RIB'], abandonnees: ['LETTRE'] })
    const dePieces = (donnees: string[]) =>
      ceQuiAChange([{ le: MAI, champs: [] }], {}, { avant, apres, donnees, exclu: null })
    expect(dePieces(['LETTRE'])).toMatchObject({ le: MAI, nouvelles: ['RIB'], abandonnees: ['LETTRE'] })
    // What is asked no more touches who had given it.
    expect(dePieces(['RIB'])).toMatchObject({ le: MAI, nouvelles: ['RIB'], abandonnees: [] })
    expect(genresConcernes(avant, apres)).toEqual(['association'])
    expect(genresConcernes(avant, [...avant, ligne('commune', 'RIB', 'SI_PERTINENT')])).toEqual([])
    expect(genresConcernes(avant, [...avant, ligne('commune', 'RIB', 'OBLIGATOIRE')])).toEqual(['commune'])
  })

  test('a structure that may ask no more is told so, once the genres are what changed', () => {
    const exclue = { ...AUCUNE, exclu: 'commune' as const }
    const dit = ceQuiAChange([{ le: MAI, champs: ['genresEligibles'] }], REPONSES, exclue)
    expect(dit?.exclu).toBe('commune')
    expect(dit && direChangement(dit).ferme).toBe(
      'Cette aide n’est plus ouverte à une structure comme la vôtre (commune).',
    )
    const autre = ceQuiAChange([{ le: MAI, champs: ['pays'] }], REPONSES, exclue)
    expect(autre && direChangement(autre).ferme).toBeNull()
  })

  test('whatever changes: only what was answered is touched, only what is announced is said, and silence is the absence of both', () => {
    const champs = fc.subarray([...CHAMPS_REGLEMENT])
    const changement = fc.record({ le: fc.date({ noInvalidDate: true }), champs })
    const reponses = fc.dictionary(fc.constantFrom(...CHAMPS_FIXES.PROJET), fc.constantFrom('', 'x'))
    fc.assert(
      fc.property(fc.array(changement, { maxLength: 4 }), reponses, (changements, donnees) => {
        const dit = ceQuiAChange(changements, donnees, AUCUNE)
        const annonces = new Set(changements.flatMap((un) => champsAnnonces(un.champs)))
        expect(dit === null).toBe(annonces.size === 0)
        if (!dit) return
        expect(new Set(dit.champs)).toEqual(annonces)
        for (const champ of dit.reponses) expect(donnees[champ as keyof typeof donnees]).toBe('x')
        expect(changements.some(({ le }) => le.getTime() === dit.le.getTime())).toBe(true)
      }),
    )
  })
})
