import { Link } from '@remix-run/react'
import css from '#ui/kit/explication.module.css'

/** A « ? » beside a word: what it means here and what comes next, and the page of all the words. It opens without a script. */
export const Explication = ({ question, reponse }: { question: string; reponse: string }) => (
  <details className={css.explication} data-hors-papier>
    <summary aria-label={question}>?</summary>
    <p>
      {reponse} <Link to="/decouvrir#mots">Tous les états et délais</Link>
    </p>
  </details>
)
