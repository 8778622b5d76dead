import { lienDeMotDePasse } from '#jobs/catalogue'
import { lienDeDemandeur } from '#jobs/demandeur'
import { ecrireLienOublie } from '#usecases/acces/oublier-mot-de-passe'
import { ecrireLienDeDemandeur } from '#usecases/demandeur/generer-mot-de-passe'
import { defineHandler } from '../define-handler'

/** Writes to who forgot their password, where there is somebody. */
export const lienDeMotDePasseHandler = defineHandler(lienDeMotDePasse, {
  run: (oubli, deps) => ecrireLienOublie(deps, oubli),
})

/** Writes to the demandeur who asks for a password, where there is one. */
export const lienDeDemandeurHandler = defineHandler(lienDeDemandeur, {
  run: (voulu, deps) => ecrireLienDeDemandeur(deps, voulu),
})
