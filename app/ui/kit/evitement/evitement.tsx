import css from '#ui/kit/evitement/evitement.module.css'

/** The first link of a page, seen once it has the focus: past what all pages have, to the element `contenu`. */
export const Evitement = () => (
  <a href="#contenu" className={css.passer} data-hors-papier>
    Aller au contenu
  </a>
)
