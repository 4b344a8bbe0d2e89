package org.hotline400.server.callplans.templates;

import java.util.List;
import org.hotline400.server.callplans.Words;
import tools.jackson.databind.node.ObjectNode;

/// A kind of plan that is made from answers.
sealed interface PlanTemplate permits ThreeMobiles, MotherBabyShop, EducationGroup, HomeService {

    /// In addresses: `three-mobiles`.
    String name();

    Words title();

    List<Question> questions();

    /// A document made from what was answered; of no use when the answers were found wanting.
    ObjectNode write(Answers answers);
}
