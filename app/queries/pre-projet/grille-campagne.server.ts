import { type Agent, requireDroit } from '#domain/acces/droits'
import { lireReglages } from '#domain/campagne/reglages'
import { issueSuggeree, paragraphes } from '#domain/pre-projet/examen'
import { criteresDe, type Grille, grilleParDefaut, lireGrille, type Reponse } from '#domain/pre-projet/grille'
import { valeursDe } from '#domain/pre-projet/variables'
import { fromDate, type Jour } from '#domain/temps/jour'
import type { CourrielCompose } from '#emails/courriel-de-dossier'
import { corpsDAvis, courrielDAvis } from '#emails/courriel-de-fiche'
import type { Db } from '#infra/db'
import { NotFound } from '#infra/errors'
import { adressePublique } from '#infra/jeton'
import { loadRedacteur } from '#infra/stores/acces/agent'

async function campagneDe(db: Db, code: string) {
  const campagne = await db.campagne.findUnique({
    where: { code },
    select: {
      code: true,
      version: true,
      dispositif: true,
      grille: true,
      reglages: true,
      textes: true,
      echeanceDepot: true,
    },
  })
  if (!campagne) throw new NotFound('campagne', code.slice(0, 60))
  return campagne
}

/** The questions of a campagne, as they are set. Throws NotFound. */
export async function grilleCampagne(db: Db, code: string) {
  const { version, dispositif, grille } = await campagneDe(db, code)
  return {
    version,
    grille: lireGrille(grille, dispositif),
    parDefaut: grilleParDefaut(dispositif),
  }
}

/** A fiche nobody sent, to show what the questions would write. */
const FICHE_D_EXEMPLE = {
  titre: 'Échange de jeunes à Herne',
  structureNom: 'le Comité de jumelage d’Exemple',
  siret: null,
  commune: 'Arras',
  pays: 'Allemagne',
  ville: 'Herne',
  partenaire: 'Ville de Herne',
  dateDebut: null,
  dateFin: null,
  nbJeunes: 24,
  coutTotalCents: 1_200_000n,
  montantSouhaiteCents: 400_000n,
}

/** The mail these questions would write, were each answered so. For those who may set them. Throws NotFound. */
export async function apercuGrille(
  db: Db,
  agent: Agent,
  { code, grille, reponse, today }: { code: string; grille: Grille; reponse: Reponse; today: Jour },
): Promise<CourrielCompose | null> {
  requireDroit(agent, 'campagne.regler')
  const campagne = await campagneDe(db, code)
  const criteres = criteresDe(grille, null)
  const donnee = { reponse, precision: '', question: '', par: '', parId: '', le: '' }
  const examen = { reponses: Object.fromEntries(criteres.map((critere) => [critere.code, donnee])) }
  const avis = issueSuggeree(criteres, examen) ?? 'FAVORABLE'
  const { projetDu, projetAu, ageMin, ageMax } = lireReglages(campagne.reglages, campagne.dispositif)
  const echeanceDepot = fromDate(campagne.echeanceDepot)
  const valeurs = valeursDe({ ...FICHE_D_EXEMPLE, projetDu, projetAu, ageMin, ageMax, echeanceDepot })
  const extranet = adressePublique('/extranet')
  const texte = corpsDAvis(
    { campagne, pieces: [], extranet },
    { avis, paragraphes: paragraphes(criteres, examen, avis, valeurs), today },
  )
  const exemple = {
    contactNom: '',
    contactCourriel: 'contact@exemple.test',
    dernier: null,
    campagne,
    pieces: [],
    extranet,
  }
  return courrielDAvis({ ...exemple, titre: FICHE_D_EXEMPLE.titre }, { avis, texte }, await loadRedacteur(db, agent.id))
}
