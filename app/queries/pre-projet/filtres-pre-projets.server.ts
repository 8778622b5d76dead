import { z } from 'zod'
import { FILS } from '#domain/fil-rouge/fil-rouge'
import { AVIS } from '#domain/pre-projet/avis'
import { ETATS_PRE_PROJET } from '#domain/pre-projet/etat'
import type { FiltrePreProjets } from '#domain/pre-projet/filtres'
import { GENRES } from '#domain/structure/genre'
import { debutDeJournee, finDeJournee } from '#domain/temps/jour'
import { Prisma } from '#prisma'
import { filtresPoses, type FiltresSql } from '#queries/bannette/filtres-bannette'
import { PARAMETRES_COMMUNS } from '#queries/bannette/parametres-bannette'
import { contientMotsOuCourriels } from '#queries/bannette/recherche'
import { conditionDeFil } from '#queries/fil-rouge/condition-de-fil'

/** How the address says each filter. An unknown value is not set; it never reaches the database. */
export const LECTURE_FILTRES_PRE_PROJETS = {
  campagne: PARAMETRES_COMMUNS.campagne,
  genre: z.enum(GENRES).optional().catch(undefined),
  etat: z.enum(ETATS_PRE_PROJET).optional().catch(undefined),
  avis: z.enum(AVIS).optional().catch(undefined),
  horsDelai: z.enum(['oui', 'non']).optional().catch(undefined),
  agent: PARAMETRES_COMMUNS.agent,
  fil: z.enum(FILS).optional().catch(undefined),
  depuis: PARAMETRES_COMMUNS.depuis,
  jusqua: PARAMETRES_COMMUNS.jusqua,
  q: PARAMETRES_COMMUNS.q,
} as const satisfies Record<FiltrePreProjets, z.ZodType>

type Valeurs = { [N in FiltrePreProjets]?: z.infer<(typeof LECTURE_FILTRES_PRE_PROJETS)[N]> | undefined }

/** What each filter asks of a fiche `p`. Days are days in Paris. */
const FILTRES: FiltresSql<FiltrePreProjets, Valeurs> = {
  campagne: (code) => Prisma.sql`p.campagne_id = (SELECT id FROM campagne WHERE code = ${code})`,
  genre: (genre) => Prisma.sql`p.genre = ${genre}`,
  etat: (etat) => Prisma.sql`p.etat = ${etat}::"EtatPreProjet"`,
  avis: (avis) => Prisma.sql`p.avis = ${avis}::"AvisPreProjet"`,
  horsDelai: (reponse) => Prisma.sql`p.hors_delai = ${reponse === 'oui'}`,
  agent: (agent) => (agent === 'personne' ? Prisma.sql`p.agent_id IS NULL` : Prisma.sql`p.agent_id = ${agent}::uuid`),
  fil: (fil) => conditionDeFil(fil, Prisma.sql`r.pre_projet_id = p.id`),
  depuis: (jour) => Prisma.sql`p.recu_le >= ${debutDeJournee(jour)}`,
  jusqua: (jour) => Prisma.sql`p.recu_le <= ${finDeJournee(jour)}`,
  q: (q) => contientMotsOuCourriels(Prisma.sql`p.recherche`, Prisma.sql`p.mots_courriels`, q),
}

/** Every filter that is set, « moi » said by its agent; the tab is none. */
export const filtresPreProjets = (valeurs: Valeurs, moi: string) =>
  filtresPoses(FILTRES, { ...valeurs, agent: valeurs.agent === 'moi' ? moi : valeurs.agent })
