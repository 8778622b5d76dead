import { Button, LinearProgress } from '@mui/material'
import { compter, formatEntier } from '#domain/nombre'
import { heureDeParis } from '#domain/temps/instant'
import { formatJour, jourDeParis } from '#domain/temps/jour'
import { Retour } from '#ui/kit/acte/retour'
import { useSujet } from '#ui/kit/direct/etat'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'
import css from '#ui/seance/seance.module.css'

type Props = {
  seance: { id: string; version: number }
  lettres: { total: number; aDessiner: number; enEchec: number; demandeesLe: Date | null }
  peutPreparer: boolean
}

/** How many letters of a séance are drawn from what it tells now, told as it happens; left, the work goes on. */
export function LettresRepetees({ seance, lettres, peutPreparer }: Props) {
  const { total, aDessiner, enEchec, demandeesLe } = lettres
  useSujet(`seance:${seance.id}`, null, aDessiner > 0)
  const dessinees = total - aDessiner
  return (
    <section aria-label="Lettres" className={css.formulaire}>
      <p role="status" className={css.dit}>
        {`${formatEntier(dessinees)} sur ${compter(total, 'lettre dessinée', 'lettres dessinées')}.`}
        {enEchec > 0 && ` ${compter(enEchec, 'n’a pas pu être mise', 'n’ont pas pu être mises')} en page.`}
        {aDessiner > 0 &&
          (demandeesLe
            ? ` Dessin demandé le ${formatJour(jourDeParis(demandeesLe))} à ${heureDeParis(demandeesLe)}\u00a0: vous pouvez quitter cette page, le travail continue.`
            : ' Rien ne part tant que chaque lettre n’est pas dessinée.')}
      </p>
      {aDessiner > 0 && (
        <LinearProgress
          aria-label="Lettres dessinées"
          variant="determinate"
          value={Math.round((100 * dessinees) / Math.max(1, total))}
        />
      )}
      {peutPreparer && aDessiner + enEchec > 0 && <Dessiner seance={seance} n={aDessiner + enEchec} />}
    </section>
  )
}

function Dessiner({ seance, n }: Pick<Props, 'seance'> & { n: number }) {
  const envoi = useEnvoi<Reponse>({ nom: 'lettresSeance', objet: seance.id })
  return (
    <Formulaire envoi={envoi} aria-label="Lettres à dessiner">
      <FormErreur reponse={envoi.data} />
      <input type="hidden" name="intent" value="dessiner" />
      <input type="hidden" name="version" value={seance.version} />
      <Retour de="demanderLettres" />
      <div className={css.boutons}>
        <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle'}>
          {`Dessiner ${compter(n, 'lettre')}`}
        </Button>
      </div>
    </Formulaire>
  )
}
