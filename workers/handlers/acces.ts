import { lienDeMotDePasse } from '#jobs/catalogue'
import { ecrireLienOublie } from '#usecases/acces/oublier-mot-de-passe'
import { defineHandler } from '../define-handler'

/** Writes to who forgot their password, where there is somebody. */
export const lienDeMotDePasseHandler = defineHandler(lienDeMotDePasse, {
  run: (oubli, deps) => ecrireLienOublie(deps, oubli),
})
