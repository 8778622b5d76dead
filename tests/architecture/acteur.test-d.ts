import type { Demandeur, Expert, Systeme } from '#domain/acces/acteur'
import type { Agent, requireDroit } from '#domain/acces/droits'
import type { Admis } from '#support/admis'
import type { creerAgent } from '#usecases/acces/creer-agent'
import type { affecterDossier } from '#usecases/dossier/affecter-dossier'
import type { deposerLot } from '#usecases/lot/deposer-lot'

type Affecte = Parameters<typeof affecterDossier>[1]
type Depose = Parameters<typeof deposerLot>[1]
type Cree = Parameters<typeof creerAgent>[1]
type Droits = Parameters<typeof requireDroit>[0]

/** Read by the compiler alone: an act that does not know an actor cannot be given one. */
export const acteurs: {
  agentAffecte: Admis<Agent, Affecte>
  demandeurAffecte: Admis<Demandeur, Affecte>
  expertAffecte: Admis<Expert, Affecte>
  systemeAffecte: Admis<Systeme, Affecte>
  demandeurAvecUnRole: Admis<Demandeur & { role: 'ADMIN' }, Affecte>
  systemeDepose: Admis<Systeme, Depose>
  demandeurDepose: Admis<Demandeur, Depose>
  systemeCree: Admis<Systeme, Cree>
  personneCree: Admis<null, Cree>
  agentADesDroits: Admis<Agent, Droits>
  demandeurADesDroits: Admis<Demandeur, Droits>
} = {
  agentAffecte: true,
  demandeurAffecte: false,
  expertAffecte: false,
  systemeAffecte: false,
  demandeurAvecUnRole: false,
  systemeDepose: true,
  demandeurDepose: false,
  systemeCree: true,
  personneCree: false,
  agentADesDroits: true,
  demandeurADesDroits: false,
}
