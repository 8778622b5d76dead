import { expect, test } from 'vitest'
import { type FaitsFiche, suggerer } from '#domain/pre-projet/suggestions'
import { type FicheAVerifier, verifierFiche } from '#domain/pre-projet/verifications'
import { periodeDeCampagne } from '#domain/temps/periode'
import { REGLAGES_PAR_DEFAUT } from '#domain/campagne/reglages'

type Bornes = { projetDu: string | null; projetAu: string | null }

/** What the page of a fiche says of its dates, and what its grid does. */
function dits(dateDebut: string, dateFin: string | null, bornes: Bornes) {
  const reglages = { ...REGLAGES_PAR_DEFAUT.MEI, ...bornes }
  const fiche = { dateDebut, dateFin, periode: periodeDeCampagne(reglages, 2025) } as FicheAVerifier
  const page = verifierFiche(
    { ...fiche, genresEligibles: [], avant: { dossiers: 0, fiches: 0, memeProjet: 0 } },
    '2025-01-02',
  )
  const faits = { dateDebut, dateFin, reglages, campagne: { annee: 2025, echeanceDepot: '2025-06-30' } }
  const vide = {
    autres: [],
    joints: [],
    genre: null,
    commune: '',
    codePostal: '',
    pays: '',
    partenaire: '',
    autresFinanceurs: '',
  }
  const grille = suggerer(
    { ...vide, ...faits, nbJeunes: null, coutTotalCents: null, montantSouhaiteCents: null } as unknown as FaitsFiche,
    '2025-01-02',
  )
  return [page.find(({ sujet }) => sujet === 'PERIODE')?.constat, grille['DATES_CAMPAGNE']?.reponse]
}

const RIEN = { projetDu: null, projetAu: null }

test.each([
  ['2026-12-20', '2027-01-05', RIEN, ['HORS_CAMPAGNE', 'A_PRECISER']],
  ['2027-03-01', '2027-03-10', { projetDu: '2025-01-01', projetAu: null }, ['HORS_CAMPAGNE', 'A_PRECISER']],
  ['2024-12-01', '2025-01-10', { projetDu: null, projetAu: '2025-12-31' }, ['HORS_CAMPAGNE', 'A_PRECISER']],
  ['2025-07-01', null, { projetDu: '2025-07-02', projetAu: null }, ['HORS_CAMPAGNE', 'NON']],
  ['2025-07-01', '2025-07-12', { projetDu: null, projetAu: '2025-07-11' }, ['HORS_CAMPAGNE', 'NON']],
  ['2026-05-01', '2026-05-09', RIEN, ['DANS_LA_CAMPAGNE', 'OUI']],
  ['2025-07-02', '2025-07-11', { projetDu: '2025-07-02', projetAu: '2025-07-11' }, ['DANS_LA_CAMPAGNE', 'OUI']],
])('from %s to %s under %o, the page of a fiche and its grid say the same', (debut, fin, bornes, dit) => {
  expect(dits(debut, fin, bornes)).toEqual(dit)
})
